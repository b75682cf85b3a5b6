package io.wireroom.engine.history;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Full text by SQLite's FTS5. */
final class SqliteRunText implements RunText {
  @Override
  public void put(DSLContext db, List<Entry> entries) {
    db.batch(
            "insert or replace into run_text (rowid, words) values (?, ?)",
            entries.stream()
                .map(entry -> new Object[] {entry.place(), String.join(" ", entry.words())})
                .toArray(Object[][]::new))
        .execute();
  }

  @Override
  public void forget(DSLContext db, Collection<Long> places) {
    db.execute("delete from run_text where rowid in (%s)".formatted(Keys.in(places)));
  }

  @Override
  public String places() {
    return "select rowid as place from run_text where run_text match ?";
  }

  @Override
  public String query(List<String> words) {
    return words.stream()
        .map(word -> "\"" + word + "\"" + (RunText.mayBeUnfinished(word) ? "*" : ""))
        .collect(Collectors.joining(" "));
  }
}
