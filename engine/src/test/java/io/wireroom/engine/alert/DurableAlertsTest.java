package io.wireroom.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.wireroom.connector.Connections;
import io.wireroom.engine.alert.Rule.Destination;
import io.wireroom.engine.alert.Rule.Kind;
import io.wireroom.engine.history.History;
import io.wireroom.engine.history.Records;
import io.wireroom.engine.store.Database;
import io.wireroom.net.Door;
import io.wireroom.testkit.ScriptedServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be told is in the store: here the engine "ends" by closing all that is in memory. */
@Tag("module")
class DurableAlertsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final Door door = Door.open(vertx, List.of("127.0.0.1:*"));
  private final ScriptedServer receiver = ScriptedServer.start();
  private final Records records = new Records("news", 100, 0);
  private Optional<Instant> oldest = Optional.empty();
  private Duration lag = Duration.ZERO;
  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  @AfterEach
  void close() {
    receiver.close();
    door.close();
    vertx.close().await();
  }

  @Test
  void tellsAfterARestartWhatWasStoredBeforeAndNotSent() throws Exception {
    try (var engine = new Engine()) {
      engine.rules.replace(List.of(rule(Kind.incident)));
      engine.history.store(
          records
              .begin()
              .enter(200, "SERVICE_TASK", "fetch")
              .job(200, "CREATED")
              .incident(900, 200, "no route", "CREATED")
              .all());
    }
    receiver.text("/told", "text/plain", "ok");

    try (var engine = new Engine()) {
      engine.turn();
      engine.turn();

      assertThat(receiver.requests()).hasSize(1);
      assertThat(engine.alerts.list(9))
          .singleElement()
          .satisfies(a -> assertThat(a.state()).isEqualTo("sent"));
    }
  }

  @Test
  void sendsAgainAfterARestartWhatTheReceiverDidNotTake() throws Exception {
    try (var engine = new Engine()) {
      engine.rules.replace(List.of(rule(Kind.backlog)));
      oldest = Optional.of(NOW.minusSeconds(3_600));
      engine.turn();
      assertThat(engine.alerts.list(9).getFirst().error()).contains("The receiver answered 404.");
    }
    receiver.text("/told", "text/plain", "ok");
    clock = Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC);

    try (var engine = new Engine()) {
      engine.turn();

      assertThat(receiver.requests()).hasSize(2);
      assertThat(receiver.requests().getLast().body())
          .contains("waiting for their runs for 60 minutes");
    }
  }

  @Test
  void tellsOfALagOnceUntilItIsOver() throws Exception {
    receiver.text("/told", "text/plain", "ok");
    try (var engine = new Engine()) {
      engine.rules.replace(List.of(rule(Kind.lag)));
      for (var seconds : new int[] {0, 90, 100, 0, 95}) {
        lag = Duration.ofSeconds(seconds);
        engine.turn();
      }

      assertThat(receiver.requests()).hasSize(2);
      assertThat(engine.alerts.list(9)).hasSize(2);
    }
  }

  @Test
  void dropsWhatARemovedRuleStillHadToTell() throws Exception {
    try (var engine = new Engine()) {
      engine.rules.replace(List.of(rule(Kind.lag)));
      lag = Duration.ofSeconds(90);
      engine.turn();
      engine.rules.replace(List.of());
      clock = Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC);
    }

    try (var engine = new Engine()) {
      engine.turn();

      assertThat(engine.alerts.list(9).getFirst().state()).isEqualTo("dropped");
    }
  }

  private Rule rule(Kind kind) {
    return new Rule(
        "r",
        "Tell me",
        kind,
        Optional.empty(),
        Duration.ofSeconds(60),
        new Destination.Web(receiver.uri("/told").toString(), Optional.empty()),
        true,
        NOW.minusSeconds(1));
  }

  /** All that is in memory. */
  private final class Engine implements AutoCloseable {
    final Database database = Database.open(folder.resolve("test.db"));
    final History history = new History(database);
    final RuleRows rules = new RuleRows(database);
    final AlertRows alerts = new AlertRows(database, clock);
    private final Alerts all;

    Engine() {
      Connections none = name -> Optional.empty();
      var delivery =
          new Delivery(
              door, none, e -> Future.failedFuture("no inbox"), w -> Optional.empty(), clock);
      all =
          new Alerts(
              rules,
              alerts,
              history.incidents(),
              delivery,
              () -> oldest,
              () -> lag,
              "http://here",
              clock);
    }

    /** On a virtual thread, as the real one: the door blocks. */
    void turn() throws InterruptedException, ExecutionException {
      var done = new CompletableFuture<Boolean>();
      Thread.startVirtualThread(
          () -> {
            try {
              all.turn();
              done.complete(true);
            } catch (RuntimeException e) {
              done.completeExceptionally(e);
            }
          });
      done.get();
    }

    @Override
    public void close() {
      database.close();
    }
  }
}
