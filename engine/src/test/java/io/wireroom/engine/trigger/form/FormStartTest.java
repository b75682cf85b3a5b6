package io.wireroom.engine.trigger.form;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.engine.testing.ApplicationFixture;
import io.wireroom.engine.trigger.StartDiagrams;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class FormStartTest {
  private static final String SCHEMA =
      """
      {"type": "default", "schemaVersion": 16, "components": [
        {"type": "text", "text": "Tell us"},
        {"type": "textfield", "key": "name", "label": "Name", "validate": {"required": true}},
        {"type": "number", "key": "people", "label": "People", "validate": {"min": 1}}
      ]}
      """;

  @Test
  void startsARunWithWhatAStrangerSentAndNothingElse(ApplicationFixture product) {
    product.publish("form-open", StartDiagrams.form("form-open", "form-open", "public", SCHEMA));
    var values = "{\"name\": \"<b>Ada</b> & \\\"co\\\"\", \"people\": 3, \"admin\": true}";

    var answer = send(product, "form-open", values);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(json(answer).path("eventId").asText()).isNotEmpty();
    var variables = run(product, "form-open");
    assertThat(variables.path("name").asText()).isEqualTo("<b>Ada</b> & \"co\"");
    assertThat(variables.path("people").asInt()).isEqualTo(3);
    assertThat(variables.has("admin")).isFalse();
  }

  @Test
  void saysWhichFieldsItRefuses(ApplicationFixture product) {
    product.publish("form-strict", StartDiagrams.form("form-strict", "strict", "public", SCHEMA));

    var answer = send(product, "strict", "{\"people\": 0}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).path("errors").findValuesAsText("message"))
        .containsExactly("Name is required.", "People: must be at least 1.");
  }

  @Test
  void showsASignedInFormToPeopleWhoAreSignedInOnly(ApplicationFixture product) {
    product.publish("form-own", StartDiagrams.form("form-own", "own", "signed-in", SCHEMA));

    assertThat(send(product, "own", "{\"name\": \"Ada\"}").statusCode()).isEqualTo(401);
    assertThat(product.send(product.anonymous("/api/forms/own")).statusCode()).isEqualTo(401);
    assertThat(json(product.send(product.admin("/api/forms/own"))).path("access").asText())
        .isEqualTo("signed-in");
    assertThat(product.adminPost("/api/forms/own", "{\"name\": \"Ada\"}").statusCode())
        .isEqualTo(202);
    assertThat(run(product, "form-own").path("name").asText()).isEqualTo("Ada");
  }

  @Test
  void takesNothingFromOtherSites(ApplicationFixture product) {
    product.publish("form-site", StartDiagrams.form("form-site", "site", "public", SCHEMA));
    var foreign =
        product
            .anonymous("/api/forms/site")
            .header("Content-Type", "application/json")
            .header("Origin", "http://elsewhere.example")
            .POST(BodyPublishers.ofString("{\"name\": \"Ada\"}"));

    assertThat(product.send(foreign).statusCode()).isEqualTo(403);
    assertThat(product.post("/api/forms/site", "{\"name\": \"Ada\"}").statusCode()).isEqualTo(403);
  }

  @Test
  void letsOneAddressSendOnlySoOften(ApplicationFixture product) {
    product.publish("form-often", StartDiagrams.form("form-often", "often", "public", SCHEMA));

    HttpResponse<String> answer;
    var sent = 0;
    do {
      answer = send(product, "often", "{\"name\": \"Ada\"}");
      sent++;
    } while (answer.statusCode() == 202 && sent < 100);

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(sent).isGreaterThan(10);
    assertThat(answer.headers().firstValue("Retry-After").map(Integer::valueOf).orElse(0))
        .isBetween(1, 6);
  }

  @Test
  void refusesWhatIsTooLargeOrNoJson(ApplicationFixture product) {
    product.publish("form-large", StartDiagrams.form("form-large", "large", "public", SCHEMA));

    assertThat(send(product, "large", "{\"name\": \"" + "x".repeat(400_000) + "\"}").statusCode())
        .isEqualTo(413);
    assertThat(send(product, "large", "[1]").statusCode()).isEqualTo(422);
    assertThat(send(product, "nowhere", "{}").statusCode()).isEqualTo(404);
    assertThat(product.send(product.anonymous("/forms/nowhere")).statusCode()).isEqualTo(404);
  }

  @Test
  void leavesAPathToTheWorkflowThatHasIt(ApplicationFixture product) {
    product.publish("form-first", StartDiagrams.form("form-first", "taken", "public", SCHEMA));
    var second = StartDiagrams.form("form-second", "taken", "public", SCHEMA);
    product.saveDraft("form-second", second);

    var published = product.adminPost("/api/workflows/form-second/publish", "");

    assertThat(published.statusCode()).isEqualTo(422);
    assertThat(published.body()).contains("belongs to the workflow form-first");
  }

  @Test
  void isListedAsATrigger(ApplicationFixture product) {
    product.publish("form-shown", StartDiagrams.form("form-shown", "shown", "public", SCHEMA));

    var trigger =
        json(product.send(product.admin("/api/workflows/form-shown"))).path("triggers").path(0);

    assertThat(trigger.path("kind").asText()).isEqualTo("form");
    assertThat(trigger.path("href").asText()).isEqualTo("/forms/shown");
  }

  private static HttpResponse<String> send(ApplicationFixture product, String path, String values) {
    return product.send(
        product
            .anonymous("/api/forms/" + path)
            .header("Content-Type", "application/json")
            .header("Origin", product.uri("").toString())
            .POST(BodyPublishers.ofString(values)));
  }

  /** The variables of the workflow's only run. */
  private static JsonNode run(ApplicationFixture product, String workflow) {
    var runs =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () ->
                    json(product.send(product.admin("/api/runs?workflow=" + workflow)))
                        .path("items"),
                items -> items.size() == 1 && !items.path(0).path("endedAt").isNull());
    var key = runs.path(0).path("key").asText();
    assertThat(runs.path(0).path("trigger").asText()).isEqualTo("form");
    return json(product.send(product.admin("/api/runs/" + key))).path("variables");
  }
}
