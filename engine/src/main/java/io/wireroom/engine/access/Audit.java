package io.wireroom.engine.access;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import io.wireroom.engine.store.Database;
import java.time.Clock;

/** Who did what, for as long as the store lives. Blocks. */
public final class Audit {
  private final Database database;
  private final Clock clock;

  public Audit(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Keeps one deed.
   *
   * @param what a verb ("publish")
   * @param subject what it was done to (a workflow's id, a run's key)
   */
  public void keep(String who, String what, String subject, String detail) {
    database.change(
        db ->
            db.insertInto(table("audit"))
                .columns(
                    field("at"), field("who"), field("what"), field("subject"), field("detail"))
                .values(clock.instant().toString(), who, what, subject, detail)
                .execute());
  }
}
