package io.wireroom.engine.trigger;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.engine.testing.ApplicationFixture;
import java.net.http.HttpRequest.BodyPublishers;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class HookRoutesTest {
  @BeforeAll
  static void publish(ApplicationFixture product) {
    product.publish("hook-ack", HookDiagrams.setting("hook-ack", "ack", "none", ""));
    product.publish(
        "hook-result", HookDiagrams.setting("hook-result", "result", "none", "={said: greeting}"));
    product.publish("hook-bearer", HookDiagrams.setting("hook-bearer", "ack", "bearer", ""));
    product.publish("hook-slow", HookDiagrams.waiting("hook-slow"));
  }

  @Test
  void acknowledgesAndStartsExactlyOneRun(ApplicationFixture product) {
    var answer = product.post("/hooks/hook-ack", "{\"name\": \"Ada\"}");

    assertThat(answer.statusCode()).isEqualTo(202);
    var event = json(answer).path("eventId").asText();
    Awaitility.await()
        .untilAsserted(
            () -> {
              var runs = json(product.send(product.admin("/api/runs?q=" + event)));
              assertThat(runs.path("items")).hasSize(1);
              assertThat(runs.path("items").get(0).path("status").asText()).isEqualTo("completed");
              assertThat(runs.path("items").get(0).path("trigger").asText()).isEqualTo("webhook");
            });
  }

  @Test
  void answersWithTheResultOfTheRun(ApplicationFixture product) {
    var answer = product.post("/hooks/hook-result", "{\"name\": \"Ada\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("said").asText()).isEqualTo("Good morning, Ada");
  }

  @Test
  void answersAcceptedWhenTheRunTakesLongerThanItsTimeout(ApplicationFixture product) {
    var answer = product.post("/hooks/hook-slow", "{}");

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(json(answer).path("status").asText()).startsWith("/api/runs/");
  }

  @Test
  void bearerWantsAnAuthorsToken(ApplicationFixture product) {
    var viewer =
        json(product.adminPost("/api/tokens", "{\"name\":\"hook-viewer\",\"role\":\"viewer\"}"));

    assertThat(product.post("/hooks/hook-bearer", "{}").statusCode()).isEqualTo(401);
    assertThat(withToken(product, "")).isEqualTo(401);
    assertThat(withToken(product, "null")).isEqualTo(401);
    assertThat(withToken(product, viewer.path("token").asText())).isEqualTo(403);
    assertThat(withToken(product, product.adminToken())).isEqualTo(202);
  }

  private static int withToken(ApplicationFixture product, String token) {
    return product
        .send(
            product
                .anonymous("/hooks/hook-bearer")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody()))
        .statusCode();
  }

  @Test
  void takesNothingFromOtherSitesPages(ApplicationFixture product) {
    var request =
        product
            .anonymous("/hooks/hook-ack")
            .header("Origin", "https://elsewhere.example")
            .POST(BodyPublishers.ofString("{}"));

    assertThat(product.send(request).statusCode()).isEqualTo(403);
  }

  @Test
  void aRequestWithoutABodyStartsARunWithoutValues(ApplicationFixture product) {
    product.publish(
        "hook-empty",
        HookDiagrams.setting("hook-empty", "result", "none", "={said: greeting}")
            .replaceFirst("value='=\\{greeting[^']*'", "value='=request.body'"));

    assertThat(product.post("/hooks/hook-empty", "").statusCode()).isEqualTo(200);
    assertThat(product.post("/hooks/hook-empty", "[1]").statusCode()).isEqualTo(422);
  }

  @Test
  void aLinkThatAStepFollowsStartsNoRun(ApplicationFixture product) {
    var request =
        product
            .anonymous("/hooks/hook-ack")
            .header("User-Agent", "Wireroom")
            .POST(BodyPublishers.ofString("{}"));

    assertThat(product.send(request).statusCode()).isEqualTo(403);
  }

  @Test
  void saysWhatIsWrongWithARequest(ApplicationFixture product) {
    assertThat(product.post("/hooks/nothing-here", "{}").statusCode()).isEqualTo(404);
    assertThat(product.send(product.anonymous("/hooks/hook-ack").GET()).statusCode())
        .isEqualTo(405);
    assertThat(product.post("/hooks/hook-ack", "{not json").statusCode()).isEqualTo(422);
    assertThat(product.post("/hooks/hook-ack", "\"" + "x".repeat(1_100_000) + "\"").statusCode())
        .isEqualTo(413);
    var coded =
        product
            .anonymous("/hooks/hook-ack")
            .header("Content-Type", "text/plain; charset=nonsense")
            .POST(BodyPublishers.ofString("x"));
    assertThat(product.send(coded).statusCode()).isEqualTo(415);
  }
}
