package io.wireroom.bench.history;

import io.vertx.core.Vertx;
import io.wireroom.bench.Machine;
import io.wireroom.bench.Measurement;
import io.wireroom.bench.Options;
import io.wireroom.bench.Report;
import io.wireroom.bench.Versus;
import io.wireroom.engine.HomeLayout;
import io.wireroom.engine.broker.BrokerSettings;
import io.wireroom.engine.broker.EmbeddedBroker;
import io.wireroom.engine.document.DocumentFiles;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.history.BrokerRecord;
import io.wireroom.engine.history.History;
import io.wireroom.engine.history.HistorySettings;
import io.wireroom.engine.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Five-step runs on a broker that tells the history and on one that tells nobody; then the records
 * of those runs, stored as fast as can be.
 */
public final class HistoryCost implements Measurement {
  private static final int CONNECTIONS = 32;
  private static final double MOST_COST = 0.15;
  private static final int LEAST_RECORDS = 5_000;
  private static final int MOST_BYTES = 4_096;
  private static final int MOST_TAPED = 20_000;
  private static final int COPIES = 10;

  @Override
  public Report run(Path home, Options options) throws Exception {
    var folder = Files.createTempDirectory("wireroom-history");
    var tape = new Tape();
    var versus = throughput(home, folder, options.secondsOr(180), tape);
    var storing = Storing.measure(folder, tape, COPIES);
    var cost = 1 - versus.left().perSecond() / versus.right().perSecond();
    var lines = new ArrayList<String>();
    lines.addAll(
        List.of(
            "Written by `./wireroom bench history`: runs of five steps without values, on two real",
            "brokers, one with the exporter and the history in this process, one without either. "
                + Machine.described(),
            ""));
    lines.addAll(Versus.table("with history", "without", "runs/s", List.of(versus)));
    lines.addAll(
        List.of(
            "",
            "| | | goal |",
            "|---|--:|--:|",
            "| throughput that the history takes | %.0f %% | ≤ 15 %% |".formatted(100 * cost),
            "| records stored per second, parsing included | %,.0f | ≥ 5,000 |"
                .formatted(storing.perSecond()),
            "| bytes of store per run | %,d | ≤ 4,096 |".formatted(storing.bytesPerRun()),
            "| records per run | %.1f | |".formatted(storing.recordsPerRun())));
    return new Report(
        "History",
        lines,
        cost <= MOST_COST
            && storing.perSecond() >= LEAST_RECORDS
            && storing.bytesPerRun() <= MOST_BYTES);
  }

  private static Versus throughput(Path home, Path folder, int seconds, Tape tape)
      throws Exception {
    var vertx = Vertx.vertx();
    try (var database = Database.open(folder.resolve("live.db"))) {
      var history = history(database, folder);
      var intake = new TapedIntake(vertx, records -> store(history, records, tape));
      var with = settings(home, folder.resolve("with")).postingTo(intake.listen(), "bench");
      var without = settings(home, folder.resolve("without"));
      try (var told = EmbeddedBroker.start(with);
          var silent = EmbeddedBroker.start(without);
          var left = new FiveSteps(told.ports().grpc(), told.ports().rest());
          var right = new FiveSteps(silent.ports().grpc(), silent.ports().rest())) {
        Versus.warmUp(CONNECTIONS, left, right);
        return Versus.measure(CONNECTIONS, Versus.round(seconds, 1), left, right);
      }
    } finally {
      vertx.close().await();
    }
  }

  private static void store(History history, byte[] lines, Tape tape) throws IOException {
    history.store(BrokerRecord.parse(lines));
    if (tape.size() < MOST_TAPED) {
      tape.add(lines);
    }
  }

  static History history(Database database, Path folder) {
    var files = new DocumentFiles(folder.resolve("documents"), Clock.systemUTC());
    return new History(database, HistorySettings.USUAL, new Documents(files));
  }

  private static BrokerSettings settings(Path home, Path data) throws IOException {
    Files.createDirectories(data);
    return new BrokerSettings(
        HomeLayout.brokerArchive(home),
        home.resolve("engine/target/broker-distribution"),
        data,
        HomeLayout.exporterJar(home),
        Map.of());
  }
}
