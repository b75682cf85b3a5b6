package io.wireroom.bench.history;

import io.wireroom.engine.history.BrokerRecord;
import io.wireroom.engine.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How fast records are stored, and what is left on disk of them.
 *
 * @param bytesPerRun the store's growth by a run
 */
record Storing(double perSecond, long bytesPerRun, double recordsPerRun) {
  /** Stores the tape as it is, to warm up, then so many copies of it. */
  static Storing measure(Path folder, Tape tape, int copies) throws Exception {
    var file = folder.resolve("storing.db");
    var nanos = 0L;
    long before;
    try (var database = Database.open(file)) {
      store(database, folder, tape, 0);
    }
    before = Files.size(file);
    long records = 0;
    long runs;
    try (var database = Database.open(file)) {
      runs = -runs(database);
      for (int n = 1; n <= copies; n++) {
        nanos += store(database, folder, tape, n);
        records += tape.size();
      }
      runs += runs(database);
    }
    return new Storing(
        records / (nanos / 1e9),
        (Files.size(file) - before) / Math.max(1, runs),
        (double) records / Math.max(1, runs));
  }

  private static long store(Database database, Path folder, Tape tape, int n) throws Exception {
    var batches = tape.copy(n);
    var history = HistoryCost.history(database, folder);
    var begun = System.nanoTime();
    for (var batch : batches) {
      history.store(BrokerRecord.parse(batch));
    }
    return System.nanoTime() - begun;
  }

  private static long runs(Database database) {
    return database.read(db -> db.fetchSingle("select count(*) from run").get(0, Long.class));
  }
}
