package io.wireroom.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Vertx;
import io.wireroom.engine.broker.EmbeddedBroker;
import io.wireroom.engine.process.zeebe.ZeebeProcessEngine;
import io.wireroom.engine.process.zeebe.ZeebeSettings;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.testing.BrokerFixture;
import io.wireroom.engine.testing.Diagrams;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker works on while nobody takes its records; then all of them come. */
@Tag("broker")
class EngineAwayTest {
  private static final String SECRET = "away";

  /** Of about eleven records each: more than the exporter holds in memory. */
  private static final int RUNS = 1_000;

  @Test
  void nothingIsLostWhenMoreHappensThanTheExporterCanHold(@TempDir Path folder) throws Exception {
    var vertx = Vertx.vertx();
    var settings = BrokerFixture.settings(Map.of());
    try (var database = Database.open(folder.resolve("test.db"))) {
      var history = new History(database);
      var nobody = new RecordIntake(vertx, history, SECRET, () -> true);
      var where = nobody.listen("127.0.0.1", 0).await().uri();
      nobody.close().await(); // the port stays known to the broker; nobody listens there

      try (var broker = EmbeddedBroker.start(settings.postingTo(where, SECRET))) {
        run(broker);
        assertThat(count(database)).isZero();

        comeBack(vertx, history, where);

        await()
            .atMost(Duration.ofMinutes(2))
            .untilAsserted(() -> assertThat(count(database)).isEqualTo(RUNS));
        assertThat(steps(database)).isEqualTo(RUNS * 2);
      }
    } finally {
      vertx.close().await();
    }
  }

  private static void run(EmbeddedBroker broker) throws Exception {
    var ports = broker.ports();
    try (var engine =
        new ZeebeProcessEngine(
            ZeebeSettings.local(ports.grpc(), ports.rest()),
            Clock.systemUTC(),
            RandomGenerator.getDefault())) {
      engine.deploy("away.bpmn", Diagrams.oneStep("away", "away-job")).await(30, TimeUnit.SECONDS);
      var filling = JsonNodeFactory.instance.objectNode().put("text", "a".repeat(5_000));
      for (int i = 0; i < RUNS; i++) {
        engine.create("away", Optional.empty(), filling).await(60, TimeUnit.SECONDS);
      }
    }
  }

  private static void comeBack(Vertx vertx, History history, URI where) {
    new RecordIntake(vertx, history, SECRET, () -> true)
        .listen("127.0.0.1", where.getPort())
        .await();
  }

  private static int count(Database database) {
    return number(database, "select count(*) from run");
  }

  private static int steps(Database database) {
    return number(database, "select count(*) from step");
  }

  private static int number(Database database, String sql) {
    return database.read(db -> db.fetchSingle(sql).get(0, Integer.class));
  }
}
