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

  Optional<Instant> readUpTo() {
    return db.fetchOptional("select value from counter where name = 'read-up-to'")
        .map(row -> Instant.ofEpochMilli(row.get(0, Long.class)));
  }

  void saveReadUpTo(Instant moment) {
    db.execute(
        """
        insert into counter (name, value) values ('read-up-to', ?)
        on conflict (name) do update set value = excluded.value
        """,
        moment.toEpochMilli());
  }

  /** Whether an incident is open; empty for one that is not stored. */
  Optional<Boolean> incidentOpen(long key) {
    return db.fetchOptional("select resolved_at from incident where key = ?", key)
        .map(row -> row.get(0, String.class) == null);
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

  void saveDocumentUses(List<DocumentUse> uses) {
    batch(
        "insert into document_use (run_key, document_id) values (?, ?) on conflict do nothing",
        uses.stream()
            .map(use -> new @Nullable Object[] {use.runKey(), use.document().text()})
            .toList());
  }

  void saveUnknown(List<BrokerRecord> unknown) {
    new RawRecordRows(db).save(unknown);
  }

  /**
   * When the newest of the stored records was written; a clock that was set back changes nothing.
   */
  void saveLatest(Instant at) {
    db.execute(
        "update counter set value = ? where name = 'lastRecordMillis' and value < ?",
        at.toEpochMilli(),
        at.toEpochMilli());
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

  void saveWaits(List<WaitChange> changes) {
    var waits = new WaitRows(db);
    changes.forEach(waits::save);
  }

  void saveAttempts(Map<AttemptRows.AttemptId, Attempt> attempts) {
    new AttemptRows(db).save(attempts);
  }

  /** What runs are found by and counted by; after everything else is written. */
  void saveFindable(Collection<RunState> runs, Collection<ValueRow> values, ElementNames names) {
    new SearchRows(db).save(runs, values, names);
    var tallies = new Tallies();
    tallies.add(runs);
    tallies.save(db);
  }

  void saveTasks(List<PersonTask> tasks) {
    batch(
        """
        insert into person_task (step_key, run_key, key, kind) values (?, ?, ?, ?)
        on conflict (step_key) do nothing
        """,
        tasks.stream()
            .map(t -> new @Nullable Object[] {t.stepKey(), t.runKey(), t.key(), t.kind().name()})
            .toList());
  }

  private void batch(String sql, List<@Nullable Object[]> binds) {
    if (!binds.isEmpty()) {
      db.batch(sql, binds.toArray(Object[][]::new)).execute();
    }
  }
}
