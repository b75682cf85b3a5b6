package io.wireroom.engine.effect;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpServerRequest;
import io.wireroom.engine.testing.ApplicationFixture;
import io.wireroom.testkit.ScriptedServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ledger's states on the whole product, and what a person is asked and answers. */
@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class EffectsOfStepsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @AutoClose private final ScriptedServer server = ScriptedServer.start();
  private final ApplicationFixture product;

  /** The keys of the calls that arrived. */
  private final List<String> keys = new CopyOnWriteArrayList<>();

  EffectsOfStepsTest(ApplicationFixture product) {
    this.product = product;
  }

  @BeforeEach
  void script() {
    server.on("/order", request -> answered(request, 201));
    server.on("/bad", request -> answered(request, keys.isEmpty() ? 422 : 201));
    server.on("/lost", request -> answered(request, keys.isEmpty() ? 0 : 201));
    server.on("/gateway", request -> answered(request, keys.isEmpty() ? 504 : 201));
  }

  private void answered(HttpServerRequest request, int status) {
    keys.add(String.valueOf(request.getHeader("Idempotency-Key")));
    if (status == 0) {
      request.connection().close();
    } else {
      request
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", "application/json")
          .end("{\"number\": %d}".formatted(keys.size()));
    }
  }

  private String run(String id, String path, Map<String, String> inputs) {
    return run(id, path, inputs, Map.of());
  }

  private String run(
      String id, String path, Map<String, String> inputs, Map<String, String> headers) {
    product.publish(id, EffectDiagrams.call(id, server.uri(path).toString(), inputs, headers));
    return json(product.adminPost("/api/workflows/" + id + "/runs", "{}")).path("runKey").asText();
  }

  private JsonNode get(String path) {
    return json(product.send(product.admin(path)));
  }

  private JsonNode awaitStatus(String run, String status) {
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(get("/api/runs/" + run).path("status").asText())
                    .as(get("/api/runs/" + run).toString())
                    .isEqualTo(status));
    return get("/api/runs/" + run);
  }

  private JsonNode onlyEffect(String run) {
    var items = get("/api/runs/" + run + "/effects").path("items");
    assertThat(items).as(items.toString()).hasSize(1);
    return items.path(0);
  }

  private int settle(String key, String body) {
    return product.adminPost("/api/effects/" + key + "/settle", body).statusCode();
  }

  @Test
  void aCallIsConfirmedUnderTheKeyThatWentOutAndItsQueryIsNotShown() {
    var run = run("eff-done", "/order?token=secret", Map.of("method", "POST"));

    awaitStatus(run, "completed");
    var effect = onlyEffect(run);
    assertThat(effect.path("state").asText()).isEqualTo("confirmed");
    assertThat(effect.path("method").asText()).isEqualTo("POST");
    assertThat(effect.path("target").asText()).isEqualTo(server.uri("/order").toString());
    assertThat(effect.path("name").asText()).isEqualTo("Order");
    assertThat(keys).containsExactly(effect.path("key").asText());
  }

  @Test
  void aLostAnswerStopsTheStepWithAQuestionUntilAPersonSaysThatItHappened() {
    var run = run("eff-happened", "/lost", Map.of("method", "POST"));

    var failed = awaitStatus(run, "failed");
    var effect = onlyEffect(run);
    var error = failed.findPath("error");
    assertThat(effect.path("state").asText()).isEqualTo("unknown");
    assertThat(error.path("message").asText())
        .contains("POST to " + server.uri("/lost"), "was sent at", effect.path("key").asText());

    assertThat(
            product
                .adminPost("/api/incidents/" + error.path("incidentKey").asText() + "/retry", "{}")
                .statusCode())
        .isEqualTo(204);
    await()
        .atMost(LONG)
        .until(
            () -> {
              var again = get("/api/runs/" + run).findPath("incidentKey").asText();
              return !again.isEmpty() && !again.equals(error.path("incidentKey").asText());
            });
    assertThat(keys).as("a retry does not call silently").hasSize(1);

    var key = effect.path("key").asText();
    var response = "{\"happened\": true, \"response\": {\"body\": {\"number\": 77}}}";
    await().atMost(LONG).until(() -> settle(key, response) == 204);
    var done = awaitStatus(run, "completed");
    assertThat(done.path("variables").path("answer").path("body").path("number").asInt())
        .isEqualTo(77);
    assertThat(keys).hasSize(1);
    assertThat(onlyEffect(run).path("settledBy").asText()).isEqualTo("admin");
    assertThat(settle(key, "{\"happened\": false}")).as("its step is over").isEqualTo(409);
  }

  @Test
  void whatDidNotHappenIsDoneAgainUnderTheSameKey() {
    var run = run("eff-not", "/gateway", Map.of("method", "POST"));

    awaitStatus(run, "failed");
    assertThat(settle(onlyEffect(run).path("key").asText(), "{\"happened\": false}"))
        .isEqualTo(204);
    awaitStatus(run, "completed");
    assertThat(keys).hasSize(2);
    assertThat(keys.getFirst()).isEqualTo(keys.getLast());
    assertThat(onlyEffect(run).path("attempts").asInt()).isEqualTo(2);
  }

  @Test
  void aPutIsSentAgainByItselfUnderTheSameKey() {
    var run = run("eff-put", "/lost", Map.of("method", "PUT"));

    awaitStatus(run, "completed");
    assertThat(keys).hasSize(2);
    assertThat(keys.getFirst()).isEqualTo(keys.getLast());
  }

  @Test
  void aPostThatTheOtherSideKeepsApartIsSentAgainByItself() {
    var run = run("eff-idempotent", "/lost", Map.of("method", "POST", "idempotent", "=true"));

    awaitStatus(run, "completed");
    assertThat(keys).hasSize(2);
    assertThat(keys.getFirst()).isEqualTo(keys.getLast());
  }

  @Test
  void aRefusalIsRecordedAndARepairCallsAgain() {
    var run = run("eff-refused", "/bad", Map.of("method", "POST"));

    var failed = awaitStatus(run, "failed");
    assertThat(onlyEffect(run).path("state").asText()).isEqualTo("refused");
    var incident = failed.findPath("incidentKey").asText();
    product.adminPost("/api/incidents/" + incident + "/retry", "{}");
    awaitStatus(run, "completed");
    assertThat(keys).hasSize(2);
    assertThat(onlyEffect(run).path("state").asText()).isEqualTo("confirmed");
  }

  @Test
  void anErrorExpressionThatAsksForAnotherTryGetsOne() {
    var run =
        run(
            "eff-joberror",
            "/order",
            Map.of("method", "POST"),
            Map.of(
                "errorExpression",
                "=if response.body.number &lt; 3 then jobError(&quot;not yet&quot;, {},"
                    + " job.retries) else null"));

    awaitStatus(run, "completed");
    assertThat(keys).hasSize(3);
  }

  @Test
  void saysWhyAnEffectCannotBeSettled() {
    var run = run("eff-no", "/order", Map.of("method", "POST"));
    awaitStatus(run, "completed");
    var key = onlyEffect(run).path("key").asText();

    assertThat(settle(key, "{\"happened\": false}")).isEqualTo(409);
    assertThat(settle("1-none", "{\"happened\": false}")).isEqualTo(404);
    assertThat(settle(key, "{}")).isEqualTo(422);
    assertThat(settle(key, "{\"happened\": \"yes\"}")).isEqualTo(422);
    assertThat(settle(key, "{\"happened\": false, \"response\": {}}")).isEqualTo(422);
    assertThat(product.send(product.admin("/api/runs/1/effects")).statusCode()).isEqualTo(404);
    assertThat(product.post("/api/effects/" + key + "/settle", "{}").statusCode()).isEqualTo(401);
  }
}
