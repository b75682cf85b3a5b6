package io.wireroom.engine.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** The rows of what open steps wait for. */
record WaitRows(DSLContext db) {
  void save(WaitChange change) {
    switch (change) {
      case WaitChange.Begins(var thing) -> begin(thing);
      case WaitChange.Ends(var key) -> db.execute("delete from wait where key = ?", key);
    }
  }

  private void begin(AwaitedThing thing) {
    db.execute(
        """
        insert into wait (key, run_key, step_key, element_id, kind, due_at, message,
          correlation_key)
        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing
        """,
        thing.key(),
        thing.runKey(),
        thing.stepKey(),
        thing.elementId(),
        thing.dueAt().isPresent() ? "timer" : "message",
        thing.dueAt().map(Times::text).orElse(null),
        thing.message().orElse(null),
        thing.correlationKey().orElse(null));
  }

  List<AwaitedThing> of(long runKey) {
    return db.fetch("select * from wait where run_key = ? order by key", runKey)
        .map(
            row ->
                new AwaitedThing(
                    row.get("key", Long.class),
                    runKey,
                    row.get("step_key", Long.class),
                    row.get("element_id", String.class),
                    Optional.ofNullable(row.get("due_at", String.class)).map(Instant::parse),
                    Optional.ofNullable(row.get("message", String.class)),
                    Optional.ofNullable(row.get("correlation_key", String.class))));
  }
}
