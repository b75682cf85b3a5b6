package io.wireroom.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wireroom.engine.process.zeebe.OrchestrationApi;
import io.wireroom.engine.process.zeebe.ZeebeSettings;
import io.wireroom.engine.process.zeebe.ZeebeSettings.Acquisition;
import io.wireroom.engine.process.zeebe.ZeebeSettings.Login;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.testing.OnEveryStore;
import io.wireroom.engine.testing.TestStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a cluster that takes no exporter, read by its REST API. */
@Tag("module")
@OnEveryStore
class HistoryReadingTest {
  private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
  private static final int DAY = 86_400;
  private static final long RUN = 2251799813685500L;
  private static final long STEP = RUN + 10;
  private static final long INCIDENT = RUN + 90;
  private static final String BEGUN = at(0);
  private static final HistoryReading.Pace FAST =
      new HistoryReading.Pace(Duration.ofMillis(50), Duration.ofMillis(300));

  private final ScriptedCluster cluster = new ScriptedCluster();
  private final List<Change> changes = new CopyOnWriteArrayList<>();
  private final Database database;
  private final History history;
  private final OrchestrationApi api;
  private Optional<HistoryReading> reading = Optional.empty();

  HistoryReadingTest(TestStore store, @TempDir Path folder) {
    database = store.open(folder);
    history = new History(database);
    api =
        new OrchestrationApi(
            new ZeebeSettings(
                cluster.uri(),
                cluster.uri(),
                new Login.Basic("demo", "demo"),
                Optional.empty(),
                Acquisition.POLLING));
  }

  @BeforeEach
  void aRunThatHasBegun() {
    cluster
        .diagram("<process id=\"newsroom\" name=\"Our newsroom\"/>")
        .run(RUN, "ACTIVE", BEGUN, "")
        .variable(RUN, RUN, RUN + 1, "wireroomEvent", "\"e-1\"")
        .variable(RUN, RUN, RUN + 2, "wireroomTrigger", "\"webhook\"")
        .variable(RUN, RUN, RUN + 3, "title", "\"News\"")
        .step(RUN, RUN, STEP, "SERVICE_TASK", "fetch", "ACTIVE", at(1), "")
        .job(RUN, STEP, STEP + 1, "CREATED", 3, "");
    history.listen(changes::addAll);
  }

  @AfterEach
  void close() throws Exception {
    shut();
    api.close();
    cluster.close();
    database.close();
  }

  @Test
  void aRunIsSeenWithItsStepsAndValuesAndTheEventThatStartedIt() {
    begin();

    await().until(() -> run().isPresent());
    var run = run().orElseThrow();
    assertThat(run.workflow()).isEqualTo("newsroom");
    assertThat(run.name()).isEqualTo("Our newsroom");
    assertThat(run.version()).isEqualTo(3);
    assertThat(run.status()).isEqualTo(Status.RUNNING);
    assertThat(run.startedAt()).isEqualTo(Instant.parse(BEGUN));
    assertThat(run.eventId()).contains("e-1");
    assertThat(run.trigger()).isEqualTo("webhook");
    assertThat(history.queries().variables(RUN).path("title").asText()).isEqualTo("News");
    assertThat(step().connector()).contains("wireroom:http:1");
    assertThat(step().status()).isEqualTo(Status.RUNNING);
    assertThat(changes).contains(new Change.EventStarted("e-1", RUN));
  }

  @Test
  void whatGoesOnIsSeenOnceAndWhatIsToldAgainChangesNothing() {
    begin();
    await().until(() -> run().isPresent());

    cluster
        .step(RUN, RUN, STEP, "SERVICE_TASK", "fetch", "COMPLETED", at(1), at(4))
        .variable(RUN, RUN, RUN + 4, "page", "{\"size\":7}")
        .run(RUN, "COMPLETED", BEGUN, at(5));

    await().until(() -> run().orElseThrow().status() == Status.COMPLETED);
    assertThat(run().orElseThrow().endedAt()).contains(Instant.parse(at(5)));
    assertThat(step().endedAt()).contains(Instant.parse(at(4)));
    assertThat(history.queries().variables(RUN).path("page").path("size").asInt()).isEqualTo(7);
    var told = changes.size();
    someCyclesLater();
    assertThat(changes).hasSize(told);
  }

  @Test
  void anIncidentIsSeenAndSeenAgainWhenItIsResolved() {
    begin();
    await().until(() -> run().isPresent());

    cluster
        .job(RUN, STEP, STEP + 1, "FAILED", 0, "GET http://x answered 500")
        .incident(RUN, STEP, STEP + 1, INCIDENT, "ACTIVE", at(3));
    await().until(() -> run().orElseThrow().status() == Status.FAILED);
    assertThat(step().error().orElseThrow().message()).isEqualTo("GET http://x answered 500");
    assertThat(history.queries().openIncident(INCIDENT).orElseThrow().jobKey()).contains(STEP + 1);

    cluster
        .job(RUN, STEP, STEP + 1, "RETRIES_UPDATED", 1, "")
        .incident(RUN, STEP, STEP + 1, INCIDENT, "RESOLVED", at(3));
    await().until(() -> run().orElseThrow().status() == Status.RUNNING);
    assertThat(history.queries().openIncident(INCIDENT)).isEmpty();
  }

  @Test
  void stepsAreSeenUnderTheStepsAroundThemPageByPage() {
    var body = RUN + 1_000;
    cluster.step(RUN, RUN, body, "MULTI_INSTANCE_BODY", "each", "ACTIVE", at(1), "");
    for (long i = 1; i <= 1_200; i++) {
      cluster.step(RUN, body, body + i, "SERVICE_TASK", "each", "ACTIVE", at(2), "");
    }

    begin();

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> history.queries().steps(RUN, 0).size() == 1_202);
    assertThat(history.queries().steps(RUN, 0))
        .filteredOn(step -> step.parent().equals(Optional.of(body)))
        .hasSize(1_200);
  }

  @Test
  void theFirstStartReadsWhatIsThirtyDaysOldAndNoOlder() {
    cluster.run(RUN + 29, "COMPLETED", at(-29 * DAY), at(-29 * DAY));
    cluster.run(RUN + 31, "COMPLETED", at(-31 * DAY), at(-31 * DAY));

    begin();

    await().atMost(Duration.ofMinutes(1)).until(() -> run().isPresent());
    assertThat(history.queries().run(RUN + 29)).isPresent();
    assertThat(history.queries().run(RUN + 31)).isEmpty();
  }

  @Test
  void anEventThatContinuesARunIsTold() {
    begin();
    await().until(() -> run().isPresent());

    cluster
        .variable(RUN, RUN, RUN + 1, "wireroomEvent", "\"e-2\"")
        .step(RUN, RUN, STEP, "SERVICE_TASK", "fetch", "COMPLETED", at(1), at(4));

    await().until(() -> changes.contains(new Change.EventCorrelated("e-2", RUN)));
    assertThat(run().orElseThrow().eventId()).contains("e-1");
  }

  @Test
  void goesOnAfterAnOutageAndWhereItWasAfterARestart() throws Exception {
    cluster.away(true);
    begin();
    var asked = cluster.requests();
    await().until(() -> cluster.requests() > asked + 2);
    assertThat(run()).isEmpty();

    cluster.away(false);
    await().until(() -> run().isPresent());
    shut();
    cluster.run(RUN, "TERMINATED", BEGUN, at(9));
    cluster.run(RUN + 500, "ACTIVE", "2020-01-01T00:00:00.000Z", "");
    begin();

    await().until(() -> run().orElseThrow().status() == Status.CANCELLED);
    assertThat(history.queries().run(RUN + 500)).as("years old").isEmpty();
  }

  @Test
  void aMarkerIsToldOnlyAfterTheClusterHadTimeToIndexWhatWasBefore() {
    begin();
    reading.orElseThrow().marked("m-1");
    assertThat(changes).doesNotContain(new Change.MarkerSeen("m-1"));

    await().until(() -> changes.contains(new Change.MarkerSeen("m-1")));
    assertThat(run()).isPresent();
  }

  private void begin() {
    var clock =
        Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), START.plusSeconds(10)));
    reading = Optional.of(HistoryReading.begin(api, history, FAST, clock));
  }

  private void shut() throws InterruptedException {
    if (reading.isPresent()) {
      reading.get().close();
      reading = Optional.empty();
    }
  }

  private void someCyclesLater() {
    var asked = cluster.requests();
    await().until(() -> cluster.requests() > asked + 60);
  }

  private Optional<Run> run() {
    return history.queries().run(RUN);
  }

  private Step step() {
    return history.queries().steps(RUN, 0).stream()
        .filter(s -> s.key() == STEP)
        .findFirst()
        .orElseThrow();
  }

  private static String at(int seconds) {
    return Times.text(START.plusSeconds(seconds));
  }
}
