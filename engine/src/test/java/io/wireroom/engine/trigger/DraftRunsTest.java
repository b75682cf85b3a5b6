package io.wireroom.engine.trigger;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.engine.testing.ApplicationFixture;
import io.wireroom.engine.workflow.Bpmn;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Drafts that run once as a copy, on the whole product. */
@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class DraftRunsTest {
  private static final String FORM =
      """
      {"components": [{"type": "textfield", "key": "tip", "id": "f", "validate": {"required": true}}]}
      """;

  private final ApplicationFixture product;

  DraftRunsTest(ApplicationFixture product) {
    this.product = product;
  }

  @Test
  void aDraftRunsWithItsWebhooksValuesWhileTheHookStartsThePublishedVersion() {
    var published = HookDiagrams.setting("dr-hook", "result", "none", "");
    product.publish("dr-hook", published);
    product.saveDraft("dr-hook", published.replace("Good morning", "Good evening"));

    var draft = run("dr-hook", "{\"values\": {\"name\": \"Ada\"}}");
    var hook = json(product.post("/hooks/dr-hook", "{\"name\": \"Ada\"}"));

    assertThat(hook.path("greeting").asText()).isEqualTo("Good morning, Ada");
    assertThat(draft.at("/variables/greeting").asText()).isEqualTo("Good evening, Ada");
    assertThat(draft.path("version").asInt()).isZero();
    var shown = json(product.send(product.admin("/api/workflows/dr-hook")));
    assertThat(shown.path("version").asInt()).isEqualTo(1);
  }

  @Test
  void aDraftThatOnlyAScheduleStartsRunsAtOnceAndNoOtherCopyTakesItsEvent() {
    product.saveDraft("dr-timer", Bpmn.timer("dr-timer", "R/PT1H"));

    var first = run("dr-timer", "{\"values\": {\"n\": 1}}");
    var second = run("dr-timer", "{\"start\": \"start\", \"values\": {\"n\": 2}}");

    assertThat(first.at("/variables/n").asInt()).isEqualTo(1);
    assertThat(second.at("/variables/n").asInt()).isEqualTo(2);
    assertThat(json(product.send(product.admin("/api/runs?workflow=dr-timer"))).path("items"))
        .hasSize(2);
  }

  @Test
  void aFeedsEntryAndAFormsFieldsBecomeWhatTheStartMakesOfThem() {
    product.saveDraft("dr-feed", StartDiagrams.feed("dr-feed", "https://example.org/f", ""));
    product.saveDraft("dr-form", StartDiagrams.form("dr-form", "dr-form", "public", FORM));

    var entry = run("dr-feed", "{\"values\": {\"title\": \"Swing bridge\"}}");
    var sent = run("dr-form", "{\"values\": {\"tip\": \"A seal in the harbour\", \"more\": 1}}");

    assertThat(entry.at("/variables/title").asText()).isEqualTo("Swing bridge");
    assertThat(sent.at("/variables/tip").asText()).isEqualTo("A seal in the harbour");
    assertThat(sent.path("variables").has("more")).isFalse();
    var refused = send("dr-form", "{\"values\": {}}");
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(json(refused).path("errors")).isNotEmpty();
  }

  @Test
  void aStartThatIsNotThereIsSaid() {
    product.saveDraft("dr-none", Bpmn.timer("dr-none", "R/PT1H"));

    var answer = send("dr-none", "{\"start\": \"gone\"}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("The draft has no start gone.");
    assertThat(send("dr-none", "{\"values\": 7}").statusCode()).isEqualTo(422);
    assertThat(send("nowhere", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void theProblemsOfADraftAreSaidByElement() {
    product.saveDraft("dr-bad", Bpmn.webhook("dr-bad", "No Path"));

    var answer = send("dr-bad", "{}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).at("/errors/0/path").asText()).isEqualTo("start");
  }

  @Test
  void anAuthorEndsTheRunOfADraftAndNoOther() {
    product.publish("dr-wait", HookDiagrams.waiting("dr-wait").replace("result", "ack"));
    var token = token("author");
    saveAs(token, "dr-wait", HookDiagrams.waiting("dr-wait"));
    var draft = underWay(event(as(token, "/api/workflows/dr-wait/draft/run", "{}")));
    var other = underWay(event(product.post("/hooks/dr-wait", "{}")));

    assertThat(as(token, "/api/runs/" + other + "/cancel", "").statusCode()).isEqualTo(403);
    assertThat(as(token, "/api/runs/" + draft + "/cancel", "").statusCode()).isEqualTo(204);
    await().until(() -> read("/api/runs/" + draft).path("status").asText().equals("cancelled"));
  }

  private String token(String role) {
    var made = product.adminPost("/api/tokens", "{\"name\": \"dr\", \"role\": \"" + role + "\"}");
    return json(made).path("token").asText();
  }

  private void saveAs(String token, String workflow, String xml) {
    var path = "/api/workflows/" + workflow + "/draft";
    var request = product.anonymous(path).header("Authorization", "Bearer " + token);
    var saved = product.send(request.PUT(BodyPublishers.ofString(xml)));
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
  }

  private HttpResponse<String> as(String token, String path, String body) {
    return product.send(
        product
            .anonymous(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(String workflow, String body) {
    return product.adminPost("/api/workflows/" + workflow + "/draft/run", body);
  }

  /** The completed run. */
  private JsonNode run(String workflow, String body) {
    var key = underWay(event(send(workflow, body)));
    await().until(() -> read("/api/runs/" + key).path("status").asText().equals("completed"));
    return read("/api/runs/" + key);
  }

  private String event(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return json(answer).path("eventId").asText();
  }

  private String underWay(String eventId) {
    await().until(() -> !read("/api/inbox/" + eventId).path("runKey").asText("").isEmpty());
    assertThat(read("/api/inbox/" + eventId).path("draft").isMissingNode()).isFalse();
    return read("/api/inbox/" + eventId).path("runKey").asText();
  }

  private JsonNode read(String path) {
    return json(product.send(product.admin(path)));
  }
}
