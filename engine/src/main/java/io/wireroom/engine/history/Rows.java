package io.wireroom.engine.history;

import io.wireroom.engine.process.Origin;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The history's rows inside one write transaction. */
final class Rows {
  private final DSLContext db;

  Rows(DSLContext db) {
    this.db = db;
  }

  long position(int partition) {
    return db.fetchOptional("select position from position where partition_id = ?", partition)
        .map(row -> row.get(0, Long.class))
        .orElse(0L);
  }

  void savePosition(int partition, long position) {
    db.execute(
        """
        insert into position (partition_id, position) values (?, ?)
        on conflict (partition_id) do update set position = excluded.position
        """,
        partition,
        position);
  }

  ChangeCounter changeCounter() {
    return new ChangeCounter(
        db.fetchSingle("select value from counter where name = 'change'").get(0, Long.class));
  }

  void save(ChangeCounter counter) {
    db.execute("update counter set value = ? where name = 'change'", counter.value());
  }

  Optional<RunState> run(long key) {
    return db.fetchOptional("select * from run where key = ?", key).map(RunRow::read);
  }

  void saveRuns(Collection<RunState> runs) {
    batch(RunRow.UPSERT, runs.stream().map(RunRow::binds).toList());
  }

  Optional<StepState> step(long key) {
    return db.fetchOptional("select * from step where key = ?", key).map(StepRow::read);
  }

  void saveSteps(Collection<StepState> steps) {
    batch(StepRow.UPSERT, steps.stream().map(StepRow::binds).toList());
  }

  String name(ElementNames names, StepState step) {
    return names.name(db, step.definitionKey, step.elementId);
  }

  String name(ElementNames names, RunState run) {
    return names.name(db, run.definitionKey, run.workflow);
  }

  Optional<String> value(long scope, String name) {
    return db.fetchOptional("select json from value where scope_key = ? and name = ?", scope, name)
        .map(row -> row.get(0, String.class));
  }

  void saveValues(Collection<ValueRow> values) {
    batch(
        """
        insert into value (scope_key, name, run_key, json) values (?, ?, ?, ?)
        on conflict (scope_key, name) do update set json = excluded.json
        """,
        values.stream()
            .map(v -> new @Nullable Object[] {v.scope(), v.name(), v.runKey(), v.json()})
            .toList());
  }

  void saveCorrelated(List<Change.EventCorrelated> correlated) {
    batch(
        "insert into correlation (event_id, run_key) values (?, ?) on conflict do nothing",
        correlated.stream().map(c -> new @Nullable Object[] {c.eventId(), c.runKey()}).toList());
  }

  void saveCalled(Map<Long, Long> runsByStep) {
    batch(
        "insert into called_run (step_key, run_key) values (?, ?) on conflict do nothing",
        runsByStep.entrySet().stream()
            .map(e -> new @Nullable Object[] {e.getKey(), e.getValue()})
            .toList());
  }

  void saveIncidents(List<IncidentRow> raised, Map<Long, Instant> resolved) {
    batch(
        """
        insert into incident (key, run_key, step_key, job_key, type, message, created_at)
        values (?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing
        """,
        raised.stream()
            .map(
                i ->
                    new @Nullable Object[] {
                      i.key(),
                      i.runKey(),
                      i.stepKey(),
                      i.jobKey(),
                      i.type(),
                      i.message(),
                      Times.text(i.createdAt())
                    })
            .toList());
    batch(
        "update incident set resolved_at = ? where key = ?",
        resolved.entrySet().stream()
            .map(e -> new @Nullable Object[] {Times.text(e.getValue()), e.getKey()})
            .toList());
  }

  Optional<Origin> origin(long definitionKey) {
    return db.fetchOptional("select workflow, version from definition where key = ?", definitionKey)
        .map(row -> new Origin(row.get(0, String.class), row.get(1, Integer.class)));
  }

  void saveDefinitions(List<Definition> definitions) {
    for (var definition : definitions) {
      db.execute(
          """
          insert into definition (key, workflow, version, xml) values (?, ?, ?, ?)
          on conflict (key) do nothing
          """,
          definition.key(),
          definition.workflow(),
          definition.version(),
          definition.xml());
      batch(
          """
          insert into element (definition_key, element_id, name) values (?, ?, ?)
          on conflict (definition_key, element_id) do nothing
          """,
          definition.names().entrySet().stream()
              .map(e -> new @Nullable Object[] {definition.key(), e.getKey(), e.getValue()})
              .toList());
    }
  }

  void saveTimers(List<TimerChange> changes) {
    var timers = new TimerRows(db);
    changes.forEach(timers::save);
  }

  private void batch(String sql, List<@Nullable Object[]> binds) {
    if (!binds.isEmpty()) {
      db.batch(sql, binds.toArray(Object[][]::new)).execute();
    }
  }
}
