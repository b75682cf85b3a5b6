package io.wireroom.engine.workflow;

import io.wireroom.engine.store.Database;
import java.time.Clock;
import java.util.Set;

/** Which workflows are paused. Blocks. */
public final class Pauses {
  private final Database database;
  private final Clock clock;

  public Pauses(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** All that are paused. */
  public Set<String> all() {
    return Set.copyOf(
        database.read(
            db -> db.fetch("select workflow_id from pause").map(row -> row.get(0, String.class))));
  }

  boolean is(String workflow) {
    return database.read(
        db -> !db.fetch("select 1 from pause where workflow_id = ?", workflow).isEmpty());
  }

  void begin(String workflow, String by) {
    database.change(
        db ->
            db.execute(
                "insert into pause (workflow_id, since, paused_by) values (?, ?, ?)"
                    + " on conflict do nothing",
                workflow,
                clock.instant().toString(),
                by));
  }

  void end(String workflow) {
    database.change(db -> db.execute("delete from pause where workflow_id = ?", workflow));
  }
}
