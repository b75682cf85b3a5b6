package io.wireroom.engine.alert;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.engine.repair.Mender;
import io.wireroom.engine.testing.ApplicationFixture;
import io.wireroom.engine.workflow.Bpmn;
import io.wireroom.testkit.ScriptedServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class AlertsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final byte[] KEY =
      "a key that only the two know....".getBytes(StandardCharsets.UTF_8);

  private final ApplicationFixture product;
  private final Mender mender;
  private final ScriptedServer receiver = ScriptedServer.start();

  AlertsTest(ApplicationFixture product) {
    this.product = product;
    this.mender = new Mender(product);
  }

  @AfterEach
  void close() {
    put("{\"rules\": []}");
    receiver.close();
  }

  @Test
  void tellsOfTenEqualIncidentsOnceAndOfTheNextOneAfterTheirRepair() throws Exception {
    receiver.text("/alarm", "text/plain", "ok");
    secret("alarm-key");
    product.publish("alarm", failing("alarm"));
    rules(
        rule(
            "incident",
            "alarm",
            "\"url\": \"%s\", \"connection\": \"alarm-key\"".formatted(receiver.uri("/alarm"))));
    for (int i = 0; i < 10; i++) {
      mender.start("alarm", "{}");
    }

    var alert = sent("alarm", 10);

    assertThat(receiver.requests()).hasSize(1);
    var request = receiver.requests().getFirst();
    var told = new ObjectMapper().readTree(request.body());
    assertThat(told.path("text").asText()).contains("waits for somebody to mend it");
    assertThat(told.path("link").asText())
        .isEqualTo(product.uri("/incident?key=" + told.path("incidentKey").asText()).toString());
    assertThat(told.path("elementId").asText()).isEqualTo("call");
    assertThat(request.headers().get("webhook-id")).isEqualTo(alert.path("id").asText());
    assertThat(request.headers().get("webhook-signature"))
        .isEqualTo(
            signature(
                String.valueOf(request.headers().get("webhook-id")),
                String.valueOf(request.headers().get("webhook-timestamp")),
                request.body()));
    assertThat(product.adminPost("/api/runs/cancel", "{\"workflow\": \"alarm\"}").body())
        .doesNotContain("false");
    await().atMost(PATIENCE).until(() -> newest("alarm").has("resolvedAt"));

    mender.start("alarm", "{}");

    await().atMost(PATIENCE).until(() -> receiver.requests().size() == 2);
  }

  @Test
  void tellsAWorkflowThatHandlesIt() {
    product.publish("alarm-handler", handler("alarm-handler"));
    product.publish("alarm-handled", failing("alarm-handled"));
    rules(rule("incident", "alarm-handled", "\"workflow\": \"alarm-handler\""));

    mender.start("alarm-handled", "{}");
    mender.start("alarm-handled", "{}");
    var alert = sent("alarm-handled", 2);

    var runs =
        await()
            .atMost(PATIENCE)
            .until(
                () -> mender.get("/api/runs?workflow=alarm-handler").path("items"),
                items -> items.size() == 1);
    var variables = mender.run(runs.path(0).path("key").asText()).path("variables");
    assertThat(variables.path("alert").path("id").asText()).isEqualTo(alert.path("id").asText());
    assertThat(variables.path("alert").path("link").asText()).contains("/incident?key=");
  }

  @Test
  void comesAgainWhenTheReceiverIsAway() {
    receiver.on(
        "/moody",
        r -> r.response().setStatusCode(receiver.requests().size() < 2 ? 503 : 204).end());
    product.publish("alarm-moody", failing("alarm-moody"));
    rules(rule("failedRun", "alarm-moody", "\"url\": \"%s\"".formatted(receiver.uri("/moody"))));

    mender.start("alarm-moody", "{}");

    await()
        .atMost(PATIENCE)
        .until(() -> newest("alarm-moody").path("failure").asText().contains("503"));
    await()
        .atMost(PATIENCE)
        .until(() -> newest("alarm-moody").path("state").asText().equals("sent"));
    assertThat(newest("alarm-moody").path("attempts").asInt()).isGreaterThan(1);
    assertThat(receiver.requests())
        .extracting(r -> r.headers().get("webhook-id"))
        .containsOnly(newest("alarm-moody").path("id").asText());
  }

  @Test
  void refusesRulesThatCannotWork() {
    var url = "\"url\": \"http://127.0.0.1:1/\"";
    for (var bad :
        List.of(
            "[1]",
            "{\"rules\": 1}",
            "{\"rules\": [], \"colour\": 1}",
            "{\"rules\": [], \"address\": \"javascript:alert(1)\"}",
            "{\"rules\": [1]}",
            "{\"rules\": [" + rule("fire", "x", url) + "]}",
            "{\"rules\": [" + rule("incident", "x", "") + "]}",
            "{\"rules\": [" + rule("incident", "x", url + ", \"workflow\": \"y\"") + "]}",
            "{\"rules\": [" + rule("incident", "x", "\"workflow\": \"nowhere\"") + "]}",
            "{\"rules\": [" + rule("incident", "x", "\"url\": \"file:///etc/passwd\"") + "]}",
            "{\"rules\": [" + rule("incident", "x", url + ", \"connection\": \"nothing\"") + "]}",
            "{\"rules\": [{\"name\": \"\", \"on\": \"lag\", \"after\": 1, \"to\": {"
                + url
                + "}}]}")) {
      assertThat(put(bad).statusCode()).as(bad).isEqualTo(422);
    }
    assertThat(mender.get("/api/alerts").path("rules")).isEmpty();
    assertThat(product.send(product.admin("/api/alerts/sent?limit=0")).statusCode()).isEqualTo(422);
    assertThat(product.send(product.anonymous("/api/alerts")).statusCode()).isEqualTo(401);
  }

  private void rules(String rule) {
    var answer = put("{\"rules\": [" + rule + "]}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private HttpResponse<String> put(String body) {
    return product.send(
        product
            .admin("/api/alerts")
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  private static String rule(String on, String workflow, String to) {
    return "{\"id\": \"%s\", \"name\": \"Tell me\", \"on\": \"%s\", \"workflow\": \"%s\", \"to\": {%s}}"
        .formatted(workflow, on, workflow, to);
  }

  /** The alert of the rule with this id, when it was sent and counts so many. */
  private JsonNode sent(String rule, int count) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> newest(rule),
            a -> a.path("state").asText().equals("sent") && a.path("count").asInt() == count);
  }

  private JsonNode newest(String rule) {
    return StreamSupport.stream(mender.get("/api/alerts/sent").path("items").spliterator(), false)
        .filter(alert -> alert.path("ruleId").asText().equals(rule))
        .findFirst()
        .orElseGet(() -> new ObjectMapper().createObjectNode());
  }

  private void secret(String name) {
    var body =
        "{\"type\": \"webhook-secret\", \"fields\": {\"secret\": \"whsec_%s\"}}"
            .formatted(Base64.getEncoder().encodeToString(KEY));
    var answer =
        product.send(
            product
                .admin("/api/connections/" + name)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    assertThat(json(product.send(product.admin("/api/connections"))).toString()).contains(name);
  }

  private static String signature(String id, String time, String body) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    var signed = (id + "." + time + "." + body).getBytes(StandardCharsets.UTF_8);
    return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
  }

  private static String failing(String id) {
    return process(
        id,
        """
        <bpmn:serviceTask id="call" name="Call out"><bpmn:extensionElements>
          <zeebe:taskDefinition type="wireroom:http:1" retries="1" />
          <zeebe:ioMapping><zeebe:input source="nowhere" target="url" /></zeebe:ioMapping>
        </bpmn:extensionElements></bpmn:serviceTask>
        """);
  }

  private static String handler(String id) {
    return process(id, "<bpmn:userTask id=\"call\" />");
  }

  private static String process(String id, String step) {
    return Bpmn.definitions(
        """
        <bpmn:process id="%s" isExecutable="true">
          <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
          <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="call" />
          %s
          <bpmn:sequenceFlow id="b" sourceRef="call" targetRef="end" />
          <bpmn:endEvent id="end" />
        </bpmn:process>
        """
            .formatted(id, step));
  }
}
