package io.wireroom.engine.history;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Full text by PostgreSQL's tsvector. */
final class PostgresRunText implements RunText {
  @Override
  public void put(DSLContext db, List<Entry> entries) {
    db.batch(
            """
            insert into run_text (place, words)
            values (?, array_to_tsvector(string_to_array(?, ' ')))
            on conflict (place) do update set words = excluded.words
            """,
            entries.stream()
                .map(entry -> new Object[] {entry.place(), String.join(" ", entry.words())})
                .toArray(Object[][]::new))
        .execute();
  }

  @Override
  public void forget(DSLContext db, Collection<Long> places) {
    db.execute("delete from run_text where place in (%s)".formatted(Keys.in(places)));
  }

  @Override
  public String places() {
    return "select place from run_text where words @@ cast(? as tsquery)";
  }

  @Override
  public String query(List<String> words) {
    return words.stream()
        .map(word -> "'" + word + "'" + (RunText.mayBeUnfinished(word) ? ":*" : ""))
        .collect(Collectors.joining(" & "));
  }
}
