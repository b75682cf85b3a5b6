package io.wireroom.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.wireroom.engine.history.History;
import io.wireroom.engine.history.RecordIntake;
import io.wireroom.engine.history.RunFilter;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.history.Status;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.process.ProcessEngine.Unavailable;
import io.wireroom.engine.process.Verdict;
import io.wireroom.engine.process.zeebe.ZeebeProcessEngine;
import io.wireroom.engine.process.zeebe.ZeebeSettings;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.testing.BrokerFixture;
import io.wireroom.engine.testing.Diagrams;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A broker of its own, since these tests kill it and cut it off. */
@Tag("broker")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedBrokerTest {
  private static final String SECRET = "the exporter's";
  private static final Duration LONG = Duration.ofSeconds(60);

  private final Vertx vertx = Vertx.vertx();
  private final BrokerSettings settings = BrokerFixture.settings(Map.of());
  private final Database database = Database.open(settings.data().resolve("test.db"));
  private final History history = new History(database);
  private final RunQueries queries = history.queries();
  private RecordIntake intake = new RecordIntake(vertx, history, SECRET, () -> true);
  private EmbeddedBroker broker;
  private ProcessEngine engine;

  @BeforeAll
  void start() {
    intake.listen("127.0.0.1", 0).await();
    broker = EmbeddedBroker.start(settings.postingTo(intake.uri(), SECRET));
    engine =
        new ZeebeProcessEngine(
            ZeebeSettings.local(broker.ports().grpc(), broker.ports().rest()),
            Clock.systemUTC(),
            RandomGenerator.getDefault());
  }

  @AfterAll
  void stop() {
    engine.close();
    broker.close();
    vertx.close().await();
    database.close();
  }

  @Test
  void listensOnLoopbackOnly() throws Exception {
    assertThat(ListeningSockets.of(broker.pid()))
        .hasSize(5)
        .allMatch(s -> s.startsWith("127.0.0.1:"));
  }

  @Test
  void startsAgainOnTheSamePortsWhenItDiesAndWorkersGoOn() throws Exception {
    engine.deploy("again.bpmn", Diagrams.oneStep("again", "again")).await();
    var first = broker.pid();
    try (var worker =
        engine.work("again", List.of(), LONG, 4, job -> new Verdict.Complete(object()))) {
      engine.create("again", Optional.empty(), object()).await();
      await().until(() -> completed("again") == 1);

      ProcessHandle.of(first).orElseThrow().destroyForcibly();
      await().until(() -> !broker.ready());
      assertThatThrownBy(() -> engine.create("again", Optional.empty(), object()).await())
          .isInstanceOf(Unavailable.class);

      await().atMost(LONG).until(broker::ready);
      assertThat(broker.pid()).isNotEqualTo(first);
      await().atMost(LONG).until(() -> engine.health().await().ready());
      engine.create("again", Optional.empty(), object()).await();
      await().atMost(LONG).until(() -> completed("again") == 2);
    }
  }

  @Test
  void recordsWaitForAnEngineThatIsAwayAndAreStoredOnce() throws Exception {
    engine.deploy("away.bpmn", Diagrams.oneStep("away", "away")).await();
    var port = intake.uri().getPort();
    intake.close().await();
    try (var worker =
        engine.work("away", List.of(), LONG, 16, job -> new Verdict.Complete(object()))) {
      for (var i = 0; i < 200; i++) {
        engine.create("away", Optional.empty(), object()).await();
      }
      assertThat(completed("away")).isZero();

      intake = new RecordIntake(vertx, history, SECRET, () -> true);
      intake.listen("127.0.0.1", port).await();

      await().atMost(LONG).until(() -> completed("away") == 200);
    }
    assertThat(queries.steps(runs("away").getFirst().key(), 0)).hasSize(3);
  }

  private long completed(String workflow) {
    return runs(workflow).stream().filter(r -> r.status() == Status.COMPLETED).count();
  }

  private List<io.wireroom.engine.history.Run> runs(String workflow) {
    return queries.list(
        new RunFilter(
            Optional.of(workflow),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            500));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
