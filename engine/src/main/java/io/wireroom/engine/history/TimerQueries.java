package io.wireroom.engine.history;

import io.wireroom.engine.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the record stream told of the timers of start events. Blocks. */
public final class TimerQueries {
  private static final int MOST_MISFIRES = 10;

  private final Database database;

  TimerQueries(Database database) {
    this.database = database;
  }

  /** The start's newest timer, of whichever version; empty when the stream never told of one. */
  public Optional<Timer> newest(String workflow, String elementId) {
    return database.read(
        db ->
            db.fetchOptional(
                    """
                    select t.due_at, t.repetitions, t.state from timer t
                    join definition d on d.key = t.definition_key
                    where d.workflow = ? and t.element_id = ? order by t.key desc limit 1
                    """,
                    workflow,
                    elementId)
                .map(
                    row ->
                        new Timer(
                            Instant.parse(row.get(0, String.class)),
                            row.get(1, Integer.class),
                            row.get(2, String.class).equals("waiting"),
                            row.get(2, String.class).equals("withdrawn"))));
  }

  /** The start's late fires, the newest first. */
  public List<LateFire> lateFires(String workflow, String elementId) {
    return database.read(
        db ->
            db.fetch(
                    """
                    select t.due_at, t.fired_at from timer t
                    join definition d on d.key = t.definition_key
                    where d.workflow = ? and t.element_id = ? and t.late = 1
                    order by t.key desc limit ?
                    """,
                    workflow,
                    elementId,
                    MOST_MISFIRES)
                .map(
                    row ->
                        new LateFire(
                            Instant.parse(row.get(0, String.class)),
                            Instant.parse(row.get(1, String.class)))));
  }

  /**
   * A timer as the broker set it.
   *
   * @param repetitions left, this one included; below zero for ever
   */
  public record Timer(Instant dueAt, int repetitions, boolean waiting, boolean withdrawn) {
    /** Whether it has fired and no other follows. */
    public boolean over() {
      return !waiting && (withdrawn || repetitions == 0 || repetitions == 1);
    }
  }

  /** A fire more than a minute after it was due. */
  public record LateFire(Instant dueAt, Instant firedAt) {}
}
