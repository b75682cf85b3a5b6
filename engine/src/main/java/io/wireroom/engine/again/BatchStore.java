package io.wireroom.engine.again;

import io.wireroom.engine.store.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Batches and what became of their runs. Blocks. */
final class BatchStore {
  private final Database database;
  private final InstantSource clock;

  BatchStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  record Batch(String id, String options, String person) {}

  /**
   * One run of a batch.
   *
   * @param reason why it could not be run again
   */
  record Item(int number, long runKey, Optional<Long> againKey, Optional<String> reason) {
    boolean begun() {
      return againKey.isPresent() || reason.isPresent();
    }
  }

  void keep(Batch batch, List<Long> runs) {
    database.change(
        db -> {
          db.execute(
              "insert into again_batch (id, options, created_at, created_by) values (?, ?, ?, ?)",
              batch.id(),
              batch.options(),
              clock.instant().toString(),
              batch.person());
          for (int i = 0; i < runs.size(); i++) {
            db.execute(
                "insert into again_item (batch_id, number, run_key) values (?, ?, ?)",
                batch.id(),
                i,
                runs.get(i));
          }
        });
  }

  void began(String batch, int number, long againKey) {
    database.change(
        db ->
            db.execute(
                "update again_item set again_key = ? where batch_id = ? and number = ?",
                againKey,
                batch,
                number));
  }

  void refused(String batch, int number, String reason) {
    database.change(
        db ->
            db.execute(
                "update again_item set reason = ? where batch_id = ? and number = ?",
                reason,
                batch,
                number));
  }

  boolean exists(String id) {
    return database.read(
        db -> db.fetchOptional("select id from again_batch where id = ?", id).isPresent());
  }

  List<Item> items(String id) {
    return database.read(
        db ->
            db.fetch("select * from again_item where batch_id = ? order by number", id)
                .map(
                    row ->
                        new Item(
                            row.get("number", Integer.class),
                            row.get("run_key", Long.class),
                            Optional.ofNullable(row.get("again_key", Long.class)),
                            Optional.ofNullable(row.get("reason", String.class)))));
  }

  /** Batches with runs that have not begun. */
  List<Batch> open() {
    return database.read(
        db ->
            db.fetch(
                    """
                    select * from again_batch where exists (select 1 from again_item
                      where batch_id = again_batch.id and again_key is null and reason is null)
                    """)
                .map(
                    row ->
                        new Batch(
                            row.get("id", String.class),
                            row.get("options", String.class),
                            row.get("created_by", String.class))));
  }
}
