package io.wireroom.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.history.BrokerRecord;
import io.wireroom.engine.history.Records;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
class MonitorTest {
  private static final long RUN = 100;
  private static final int MANY = 9_000;

  private final ScriptedEngine engine = new ScriptedEngine();
  private final MonitorFixture monitor;
  private final String viewer;
  private final Records records = new Records("newsroom", RUN, 0);

  MonitorTest(@TempDir Path folder) {
    monitor = new MonitorFixture(folder, engine, Duration.ofMillis(200));
    viewer = monitor.token(Role.VIEWER);
  }

  @AfterEach
  void close() {
    monitor.close();
  }

  @Test
  void listsRunsAndGoesOnWithTheCursor() throws Exception {
    for (var i = 0; i < 3; i++) {
      monitor.history.store(new Records("newsroom", 1_000 + i, i * 10L).begin().all());
    }

    var first = json(monitor.get("/api/runs?limit=2", viewer));
    var second =
        json(monitor.get("/api/runs?limit=2&cursor=" + first.path("next").asText(), viewer));

    assertThat(first.path("items").findValuesAsText("key")).containsExactly("1002", "1001");
    assertThat(second.path("items").findValuesAsText("key")).containsExactly("1000");
    assertThat(second.has("next")).isFalse();
  }

  @Test
  void showsARunWithInputAndOutputOfItsSteps() throws Exception {
    monitor.history.store(
        records
            .variable(RUN, "wireroomEvent", "\"e-1\"")
            .variable(RUN, "title", "\"News\"")
            .begin()
            .enter(200, "SERVICE_TASK", "fetch")
            .variable(200, "url", "\"http://x\"")
            .job(200, "CREATED")
            .job(200, "COMPLETED", 3, 0, object("variables", "{\"n\":1}"))
            .complete(200, "SERVICE_TASK", "fetch")
            .end()
            .all());

    var run = json(monitor.get("/api/runs/100", viewer));

    assertThat(run.path("status").asText()).isEqualTo("completed");
    assertThat(run.path("eventId").asText()).isEqualTo("e-1");
    assertThat(run.path("variables").toString()).isEqualTo("{\"title\":\"News\"}");
    var step = run.path("steps").path(0);
    assertThat(step.path("type").asText()).isEqualTo("serviceTask");
    assertThat(step.path("connector").asText()).isEqualTo("wireroom:http:1");
    assertThat(step.path("input").toString()).isEqualTo("{\"url\":\"http://x\"}");
    assertThat(step.path("output").toString()).isEqualTo("{\"n\":1}");
    assertThat(step.path("startedAt").asText()).matches("2026-11-23T10:00:00\\.\\d{3}Z");
  }

  @Test
  void refusesParametersItCannotRead() {
    assertThat(monitor.get("/api/runs?status=asleep", viewer).status()).isEqualTo(422);
    assertThat(monitor.get("/api/runs?from=yesterday", viewer).status()).isEqualTo(422);
    assertThat(monitor.get("/api/runs?limit=0", viewer).status()).isEqualTo(422);
    assertThat(monitor.get("/api/runs?cursor=%25%25", viewer).status()).isEqualTo(422);
    assertThat(monitor.get("/api/runs?cursor=YQ", viewer).status()).isEqualTo(422);
    assertThat(monitor.get("/api/runs/7", viewer).status()).isEqualTo(404);
    assertThat(monitor.get("/api/runs/7/events", viewer).status()).isEqualTo(404);
  }

  @Test
  void lowRolesMayLookButNotTouch() {
    monitor.history.store(records.begin().all());
    var author = monitor.token(Role.AUTHOR);

    assertThat(monitor.get("/api/runs", "wrong").status()).isEqualTo(401);
    assertThat(monitor.get("/api/events", "wrong").status()).isEqualTo(401);
    assertThat(monitor.post("/api/runs/100/cancel", author, "").status()).isEqualTo(403);
    assertThat(monitor.post("/api/incidents/900/retry", author, "{}").status()).isEqualTo(403);
    assertThat(engine.cancelled).isEmpty();
  }

  @Test
  void cancelsARunAndKeepsWhoDidIt() {
    monitor.history.store(records.begin().all());
    var operator = monitor.token(Role.OPERATOR);

    assertThat(monitor.post("/api/runs/100/cancel", operator, "").status()).isEqualTo(204);
    engine.there = false;
    assertThat(monitor.post("/api/runs/100/cancel", operator, "").status()).isEqualTo(409);

    assertThat(monitor.audited()).containsExactly("cancel run 100");
  }

  @Test
  void repairsAnIncidentWithTheRetriesOfTheDiagramAndChangedVariables() {
    monitor.history.store(
        records
            .begin()
            .enter(200, "SERVICE_TASK", "fetch")
            .job(200, "CREATED")
            .incident(900, 200, "no route", "CREATED")
            .all());

    var answer =
        monitor.post(
            "/api/incidents/900/retry", monitor.token(Role.OPERATOR), "{\"url\":\"http://y\"}");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(engine.repairs)
        .singleElement()
        .satisfies(
            repair -> {
              assertThat(repair.jobKey()).contains(201L);
              assertThat(repair.retries()).isEqualTo(3);
              assertThat(repair.variables().toString()).isEqualTo("{\"url\":\"http://y\"}");
            });
  }

  @Test
  void beginsARunsStreamWithTheRunAndItsStepsAndGoesOnLive() {
    monitor.history.store(records.begin().enter(200, "SERVICE_TASK", "fetch").all());
    var listener = monitor.listen("/api/runs/100/events", viewer, Optional.empty());
    await().until(() -> listener.events().size() == 2);

    monitor.history.store(records.complete(200, "SERVICE_TASK", "fetch").end().all());
    monitor.history.store(new Records("other", 7_000, 500).begin().all());

    await().until(() -> listener.events().size() == 4);
    assertThat(listener.events())
        .extracting(Listener.Event::brief)
        .containsExactly(
            "run running", "step fetch running", "step fetch completed", "run completed");
    assertThat(listener.events().get(1).data().path("runKey").asText()).isEqualTo("100");
    assertThat(listener.events().get(1).data().has("input")).isFalse();
  }

  @Test
  void replaysWhatChangedAfterTheLastEvent() {
    monitor.history.store(records.begin().enter(200, "SERVICE_TASK", "fetch").all());
    var first = monitor.listen("/api/runs/100/events", viewer, Optional.empty());
    await().until(() -> first.events().size() == 2);
    var last = Long.parseLong(first.events().getLast().id());
    monitor.history.store(records.complete(200, "SERVICE_TASK", "fetch").end().all());

    var one = monitor.listen("/api/runs/100/events", viewer, Optional.of(last));
    var all = monitor.listen("/api/events", viewer, Optional.of(last));

    var other = monitor.listen("/api/events?lastEventId=" + last, viewer, Optional.empty());

    await()
        .until(
            () -> one.events().size() >= 2 && !all.events().isEmpty() && !other.events().isEmpty());
    assertThat(other.events()).extracting(Listener.Event::brief).containsExactly("run completed");
    assertThat(one.events())
        .extracting(Listener.Event::brief)
        .containsExactly("step fetch completed", "run completed");
    assertThat(all.events()).extracting(Listener.Event::brief).containsExactly("run completed");
  }

  @Test
  void streamsRunsOnlyAndFromNowWithoutALastEvent() {
    monitor.history.store(records.begin().all());
    var listener = monitor.listen("/api/events", viewer, Optional.empty());
    await().until(() -> listener.heartbeats() > 0);

    monitor.history.store(
        new Records("other", 7_000, 500).begin().enter(7_100, "SERVICE_TASK", "x").all());

    await().until(() -> !listener.events().isEmpty());
    assertThat(listener.events())
        .extracting(e -> e.data().path("key").asText())
        .containsExactly("7000");
  }

  @Test
  void dropsAListenerThatDoesNotReadAndKeepsTheOthers() {
    var slow = monitor.listen("/api/events", viewer, Optional.empty());
    var quick = monitor.listen("/api/events", viewer, Optional.empty());
    await().until(() -> slow.heartbeats() > 0 && quick.heartbeats() > 0);
    slow.hang();

    for (var from = 0; from < MANY; from += 1_000) {
      storeRuns(from, 1_000);
    }

    await().atMost(Duration.ofSeconds(30)).until(() -> quick.events().size() == MANY);
    slow.goOn();
    await().until(slow::ended);
    assertThat(slow.events().size()).isLessThan(MANY);
  }

  /** With long names, so that few of them fill the buffers between us and the listener. */
  private void storeRuns(int from, int count) {
    var many = new ArrayList<BrokerRecord>();
    for (var i = from; i < from + count; i++) {
      many.addAll(new Records("w".repeat(4_000), 10_000L + i, i).begin().all());
    }
    monitor.history.store(many);
  }

  private static ObjectNode object(String name, String json) throws Exception {
    var object = JsonNodeFactory.instance.objectNode();
    object.set(name, new ObjectMapper().readTree(json));
    return object;
  }

  private static JsonNode json(MonitorFixture.Answer answer) throws Exception {
    assertThat(answer.status()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }
}
