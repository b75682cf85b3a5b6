package io.wireroom.engine.history;

import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;

/** The timers' rows inside one write transaction. */
record TimerRows(DSLContext db) {
  /** A fire later than this is a misfire, which people see. */
  private static final Duration ON_TIME = Duration.ofSeconds(60);

  void save(TimerChange change) {
    switch (change) {
      case TimerChange.Waits timer -> set(timer);
      case TimerChange.Fired(var key, var at) -> fire(key, at);
      case TimerChange.Withdrawn(var key) ->
          db.execute("update timer set state = 'withdrawn' where key = ?", key);
    }
  }

  private void set(TimerChange.Waits timer) {
    db.execute(
        """
        delete from timer where definition_key = ? and element_id = ? and state = 'fired'
        and late = 0
        """,
        timer.definitionKey(),
        timer.elementId());
    db.execute(
        """
        insert into timer (key, definition_key, element_id, due_at, repetitions, state, late)
        values (?, ?, ?, ?, ?, 'waiting', 0) on conflict (key) do nothing
        """,
        timer.key(),
        timer.definitionKey(),
        timer.elementId(),
        Times.text(timer.dueAt()),
        timer.repetitions());
  }

  private void fire(long key, Instant at) {
    db.execute(
        "update timer set state = 'fired', fired_at = ?, late = case when due_at < ? then 1 else 0 end"
            + " where key = ?",
        Times.text(at),
        Times.text(at.minus(ON_TIME)),
        key);
  }
}
