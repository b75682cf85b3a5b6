package io.wireroom.engine.trigger;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.engine.testing.ApplicationFixture;
import io.wireroom.engine.workflow.Bpmn;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events and what people do about them, on the whole product. */
@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class EventsTest {
  private final ApplicationFixture product;

  EventsTest(ApplicationFixture product) {
    this.product = product;
  }

  @Test
  void aRequestIsInTheInboxWithItsRunItsBodyAndNoCredentials() {
    product.publish("ev-seen", HookDiagrams.setting("ev-seen", "ack", "none", ""));

    var id = send("/hooks/ev-seen", "{\"name\": \"Ada\"}");

    await().until(() -> event(id).path("status").asText().equals("started"));
    var event = event(id);
    assertThat(event.at("/request/body/name").asText()).isEqualTo("Ada");
    assertThat(event.at("/request/headers").has("authorization")).isFalse();
    assertThat(event.path("runKey").asText()).isNotEmpty();
    var document = event.path("documents").get(0);
    var bytes = product.send(product.admin(document.path("href").asText()));
    assertThat(bytes.body()).isEqualTo("{\"name\": \"Ada\"}");
    assertThat(bytes.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
  }

  @Test
  void aRefusedRequestIsThereWithItsReason() {
    product.publish("ev-refused", HookDiagrams.setting("ev-refused", "ack", "none", ""));

    assertThat(product.post("/hooks/ev-refused", "{\"a\":1,\"a\":2}").statusCode()).isEqualTo(422);

    await()
        .untilAsserted(
            () -> {
              var rejected = list("workflow=ev-refused&status=rejected").path("items");
              assertThat(rejected).hasSize(1);
              assertThat(rejected.get(0).path("reason").asText()).isNotEmpty();
            });
  }

  @Test
  void anIdempotencyKeyStartsOneRun() {
    product.publish("ev-once", Bpmn.noneStart("ev-once"));

    var first = start("ev-once", "k-1", "{\"n\": 1}");
    var second = start("ev-once", "k-1", "{\"n\": 1}");
    var other = start("ev-once", "k-1", "{\"n\": 2}");

    assertThat(first.path("runKey").asText()).isNotEmpty();
    assertThat(second.path("runKey")).isEqualTo(first.path("runKey"));
    assertThat(second.path("duplicate").asBoolean()).isTrue();
    assertThat(other.path("status").asInt()).isEqualTo(422);
  }

  private JsonNode start(String workflow, String key, String body) {
    return json(
        product.send(
            product
                .admin("/api/workflows/" + workflow + "/runs")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))));
  }

  @Test
  void twoRequestsForOneKeyAtTheSameTimeStartOneRunAndContinueIt() throws Exception {
    product.publish("ev-race", HookDiagrams.startOrContinue("ev-race"));
    var orders = 15;

    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int order = 0; order < orders; order++) {
        var body = "{\"order\": \"o%d\", \"n\": %d}";
        int o = order;
        IntStream.of(1, 2)
            .forEach(n -> senders.submit(() -> send("/hooks/ev-race", body.formatted(o, n))));
      }
    }

    await()
        .untilAsserted(
            () -> {
              var counts = list("workflow=ev-race").path("counts");
              assertThat(counts.path("started").asInt()).isEqualTo(orders);
              assertThat(counts.path("correlated").asInt()).isEqualTo(orders);
            });
    var runs = json(product.send(product.admin("/api/runs?workflow=ev-race&limit=200")));
    assertThat(runs.path("items")).hasSize(orders);
    assertThat(runs.path("items").findValuesAsText("status")).containsOnly("completed");
  }

  @Test
  void aPausedWorkflowsEventsWaitUntilItIsResumed() {
    product.publish("ev-paused", HookDiagrams.setting("ev-paused", "ack", "none", ""));
    assertThat(product.adminPost("/api/workflows/ev-paused/pause", "").statusCode()).isEqualTo(200);

    var id = send("/hooks/ev-paused", "{}");
    assertThat(event(id).path("status").asText()).isEqualTo("waiting");
    product.adminPost("/api/workflows/ev-paused/resume", "");

    await().until(() -> event(id).path("status").asText().equals("started"));
  }

  @Test
  void pausingWithdrawsTimersAndIsNoNewVersion() {
    product.publish("ev-timer", Bpmn.timer("ev-timer", "R/PT1S"));
    await().until(() -> runsOf("ev-timer").path("items").size() > 0);

    assertThat(product.adminPost("/api/workflows/ev-timer/pause", "").statusCode()).isEqualTo(200);

    var after = runsOf("ev-timer").path("items").size();
    // why a witness: a second timer of the same length fires twice, so the first would have too
    product.publish("ev-timer2", Bpmn.timer("ev-timer2", "R/PT1S"));
    await().until(() -> runsOf("ev-timer2").path("items").size() > 2);
    product.adminPost("/api/workflows/ev-timer2/pause", "");
    assertThat(runsOf("ev-timer").path("items").size()).isLessThanOrEqualTo(after + 1);
    var shown = json(product.send(product.admin("/api/workflows/ev-timer")));
    assertThat(shown.path("version").asInt()).isEqualTo(1);
    assertThat(runsOf("ev-timer").path("items").findValuesAsText("version")).containsOnly("1");
  }

  @Test
  void anEventRunsAgainOnTheNewestAndOnItsOwnVersion() {
    product.publish("ev-again", HookDiagrams.setting("ev-again", "ack", "none", ""));
    var id = send("/hooks/ev-again", "{\"name\": \"Ada\"}");
    await().until(() -> event(id).path("status").asText().equals("started"));
    product.publish(
        "ev-again",
        HookDiagrams.setting("ev-again", "ack", "none", "").replace("Good morning", "Good night"));

    assertThat(greeting(replay(id, "newest"))).isEqualTo("Good night, Ada");
    assertThat(greeting(replay(id, "same"))).isEqualTo("Good morning, Ada");
    assertThat(event(replay(id, "same")).path("replayOf").asText()).isEqualTo(id);
  }

  @Test
  void aDraftListensAtAnAddressOfItsOwnWhileThePublishedVersionGoesOn() {
    product.publish("ev-draft", HookDiagrams.setting("ev-draft", "result", "none", ""));
    product.saveDraft(
        "ev-draft",
        HookDiagrams.setting("ev-draft", "result", "none", "")
            .replace("Good morning", "Good evening"));
    var listening = json(product.adminPost("/api/workflows/ev-draft/draft/listen", ""));
    var address = listening.path("addresses").get(0).path("url").asText();

    var drafted = json(product.post(address, "{\"name\": \"Ada\"}"));
    var published = json(product.post("/hooks/ev-draft", "{\"name\": \"Ada\"}"));

    assertThat(drafted.path("greeting").asText()).isEqualTo("Good evening, Ada");
    assertThat(published.path("greeting").asText()).isEqualTo("Good morning, Ada");
    var items = list("workflow=ev-draft").path("items");
    assertThat(items)
        .extracting(e -> e.path("draft").asBoolean())
        .containsExactlyInAnyOrder(true, false);
    product.send(product.admin("/api/workflows/ev-draft/draft/listen").DELETE());
    assertThat(product.post(address, "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void aStreamBringsEachAnswerAndTheEnd() {
    product.publish("ev-stream", HookDiagrams.answering("ev-stream", "stream"));

    var answer = product.post("/hooks/ev-stream", "{}");

    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    assertThat(answer.body())
        .containsSubsequence(
            "event: accepted", "data: first", "data: second", "event: end", "completed");
  }

  @Test
  void aStreamBringsWhatAModelWritesWhileItDoes() {
    product.publish("ev-writing", HookDiagrams.writing("ev-writing"));

    var answer = product.post("/hooks/ev-writing", "{}");

    assertThat(answer.body())
        .containsSubsequence(
            "event: accepted",
            "event: text",
            "\"element\":\"write\"",
            "\"at\":0",
            "The council of Ashford voted",
            "event: end",
            "completed");
  }

  @Test
  void aRespondStepAnswersOnceAndTheRunGoesOn() {
    product.publish("ev-respond", HookDiagrams.answering("ev-respond", "respond"));

    var answer = product.post("/hooks/ev-respond", "{}");

    assertThat(answer.body()).isEqualTo("first");
    await()
        .until(
            () ->
                list("workflow=ev-respond").at("/items/0/status").asText().equals("answered")
                    && runsOf("ev-respond").at("/items/0/status").asText().equals("completed"));
  }

  private String replay(String id, String version) {
    var answer =
        product.adminPost("/api/inbox/" + id + "/replay", "{\"version\":\"" + version + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return json(answer).path("eventId").asText();
  }

  private String greeting(String eventId) {
    await().until(() -> !event(eventId).path("runKey").asText("").isEmpty());
    var run = "/api/runs/" + event(eventId).path("runKey").asText();
    await()
        .until(
            () ->
                json(product.send(product.admin(run))).path("status").asText().equals("completed"));
    return json(product.send(product.admin(run))).at("/variables/greeting").asText();
  }

  private String send(String path, String body) {
    var answer = product.post(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return json(answer).path("eventId").asText();
  }

  private JsonNode event(String id) {
    return json(product.send(product.admin("/api/inbox/" + id)));
  }

  private JsonNode list(String query) {
    return json(product.send(product.admin("/api/inbox?" + query)));
  }

  private JsonNode runsOf(String workflow) {
    return json(product.send(product.admin("/api/runs?limit=200&workflow=" + workflow)));
  }
}
