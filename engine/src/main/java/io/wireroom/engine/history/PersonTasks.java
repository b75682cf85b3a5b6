package io.wireroom.engine.history;

import io.wireroom.engine.store.Database;
import java.time.Instant;
import java.util.Optional;

/** Steps for people as the broker keeps them, and who completed them here. Blocks. */
public final class PersonTasks {
  private final Database database;

  PersonTasks(Database database) {
    this.database = database;
  }

  /** Empty while its record has not come, and for every other step. */
  public Optional<PersonTask> find(long stepKey) {
    return database.read(
        db ->
            db.fetchOptional(
                    "select run_key, key, kind from person_task where step_key = ?", stepKey)
                .map(
                    row ->
                        new PersonTask(
                            stepKey,
                            row.get("run_key", Long.class),
                            row.get("key", Long.class),
                            PersonTask.Kind.valueOf(row.get("kind", String.class)))));
  }

  /** The broker took what this person filled in. */
  public void completed(long stepKey, String by, Instant at) {
    database.change(
        db ->
            db.execute(
                """
                insert into person_task_done (step_key, completed_by, completed_at)
                values (?, ?, ?) on conflict (step_key) do nothing
                """,
                stepKey,
                by,
                Times.text(at)));
  }

  /** Empty when nobody did, or it was completed by other means. */
  public Optional<String> completedBy(long stepKey) {
    return database.read(
        db ->
            db.fetchOptional(
                    "select completed_by from person_task_done where step_key = ?", stepKey)
                .map(row -> row.get(0, String.class)));
  }
}
