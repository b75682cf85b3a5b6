package io.wireroom.engine.history;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** A run as a row. */
final class RunRow {
  static final String UPSERT =
      """
      insert into run (key, workflow, version, definition_key, status, started_at, ended_at,
        trigger_kind, event_id, incidents, active, waiting, change, place, business_key,
        parent_run_key, parent_step_key)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (key) do update set workflow = excluded.workflow, version = excluded.version,
        definition_key = excluded.definition_key, status = excluded.status,
        ended_at = excluded.ended_at, trigger_kind = excluded.trigger_kind,
        event_id = excluded.event_id, incidents = excluded.incidents, active = excluded.active,
        waiting = excluded.waiting, change = excluded.change,
        business_key = excluded.business_key
      """;

  private RunRow() {}

  static @Nullable Object[] binds(RunState run) {
    return new @Nullable Object[] {
      run.key,
      run.workflow,
      run.version,
      run.definitionKey,
      run.status().word(),
      Times.text(run.startedAt),
      run.endedAt.map(Times::text).orElse(null),
      run.trigger,
      run.eventId.orElse(null),
      run.incidents,
      run.active,
      run.waiting,
      run.change,
      run.place(),
      run.businessKey.orElse(null),
      run.parent.map(Run.Parent::runKey).orElse(null),
      run.parent.map(Run.Parent::stepKey).orElse(null)
    };
  }

  static RunState read(Record row) {
    var run =
        new RunState(
            row.get("key", Long.class),
            Instant.parse(row.get("started_at", String.class)),
            row.get("workflow", String.class),
            row.get("version", Integer.class),
            row.get("definition_key", Long.class),
            row.get("trigger_kind", String.class));
    run.endedAt = Optional.ofNullable(row.get("ended_at", String.class)).map(Instant::parse);
    run.ended = Status.stored(row.get("status", String.class));
    run.eventId = Optional.ofNullable(row.get("event_id", String.class));
    run.businessKey = Optional.ofNullable(row.get("business_key", String.class));
    run.parent =
        Optional.ofNullable(row.get("parent_run_key", Long.class))
            .map(parent -> new Run.Parent(parent, row.get("parent_step_key", Long.class)));
    run.incidents = row.get("incidents", Integer.class);
    run.active = row.get("active", Integer.class);
    run.waiting = row.get("waiting", Integer.class);
    run.change = row.get("change", Long.class);
    run.remember();
    return run;
  }

  static Run view(DSLContext db, ElementNames names, Record row) {
    var run = read(row);
    return run.run(names.name(db, run.definitionKey, run.workflow));
  }
}
