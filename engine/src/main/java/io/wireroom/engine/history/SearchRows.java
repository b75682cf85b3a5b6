package io.wireroom.engine.history;

import io.wireroom.engine.process.RunVariables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What runs are found by, written with the batch that changed them: words when a run begins or
 * changes its status, values whenever they change.
 */
final class SearchRows {
  private static final String UPSERT =
      """
      insert into run_value (place, path, text, number) values (?, ?, ?, ?)
      on conflict (place, path) do update set text = excluded.text, number = excluded.number
      """;
  private static final String VALUES =
      "select name, json from value where scope_key = ? and octet_length(json) <= 8192";
  private static final int MOST_ERRORS = 5;

  private final DSLContext db;
  private final List<RunText.Entry> texts = new ArrayList<>();
  private final List<@Nullable Object[]> values = new ArrayList<>();

  SearchRows(DSLContext db) {
    this.db = db;
  }

  /** Call it after runs, values and incidents of the batch are written. */
  void save(Collection<RunState> runs, Collection<ValueRow> changed, ElementNames names) {
    Set<Long> whole = new HashSet<>();
    for (var run : runs) {
      if (run.before().map(before -> before.status() != run.status()).orElse(true)) {
        whole.add(run.key);
        whole(run, names.name(db, run.definitionKey, run.workflow));
      }
    }
    var known = runs.stream().collect(Collectors.toMap(run -> run.key, RunState::place));
    for (var value : changed) {
      var place = known.get(value.scope());
      if (place != null && !whole.contains(value.scope()) && !ours(value.name())) {
        add(place, RunValues.of(value.name(), value.json()));
      }
    }
    write();
  }

  private void whole(RunState run, String name) {
    var words = new ArrayList<String>(List.of(String.valueOf(run.key), run.workflow, name));
    run.eventId.ifPresent(words::add);
    for (var row : db.fetch(VALUES, run.key)) {
      var variable = row.get(0, String.class);
      if (!ours(variable)) {
        var found = RunValues.of(variable, row.get(1, String.class));
        add(run.place(), found);
        words.addAll(found.texts());
      }
    }
    if (run.before().isPresent() || run.incidents > 0) {
      words.addAll(errors(run.key));
    }
    texts.add(new RunText.Entry(run.place(), Words.of(String.join(" ", words))));
  }

  private List<String> errors(long runKey) {
    return db.fetch(
            "select substr(message, 1, 500) from incident where run_key = ? order by key desc limit "
                + MOST_ERRORS,
            runKey)
        .map(row -> row.get(0, String.class));
  }

  private static boolean ours(String name) {
    return name.startsWith(RunVariables.PREFIX);
  }

  private void add(long place, RunValues found) {
    for (var leaf : found.leaves()) {
      values.add(
          new @Nullable Object[] {place, leaf.path(), leaf.text(), leaf.number().orElse(null)});
    }
  }

  private void write() {
    if (!values.isEmpty()) {
      db.batch(UPSERT, values.toArray(Object[][]::new)).execute();
    }
    if (!texts.isEmpty()) {
      RunText.of(db).put(db, texts);
    }
  }
}
