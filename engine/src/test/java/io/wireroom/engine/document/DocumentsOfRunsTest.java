package io.wireroom.engine.document;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.engine.testing.ApplicationFixture;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Large and hidden values on the whole product. */
@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class DocumentsOfRunsTest {
  private static final String BPMN =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="test">
        <bpmn:process id="documents" name="Documents" isExecutable="true">
          <bpmn:extensionElements><zeebe:properties>
            <zeebe:property name="wireroom.redact" value="%s"/>
          </zeebe:properties></bpmn:extensionElements>
          <bpmn:startEvent id="start"><bpmn:extensionElements><zeebe:properties>
            <zeebe:property name="inbound.type" value="wireroom:webhook:1"/>
            <zeebe:property name="inbound.path" value="documents"/>
            <zeebe:property name="inbound.auth.type" value="none"/>
            <zeebe:property name="inbound.limit.body" value="20MB"/>
            <zeebe:property name="inbound.response" value="result"/>
            <zeebe:property name="inbound.responseExpression"
                value="={signs: string length(text), email: customer.email}"/>
            <zeebe:property name="resultExpression"
                value="={text: request.body.text, customer: request.body.customer, raw: request.rawBody}"/>
          </zeebe:properties></bpmn:extensionElements></bpmn:startEvent>
          <bpmn:sequenceFlow id="f" sourceRef="start" targetRef="end"/>
          <bpmn:endEvent id="end"/>
        </bpmn:process>
      </bpmn:definitions>
      """;

  private final ApplicationFixture product;

  DocumentsOfRunsTest(ApplicationFixture product) {
    this.product = product;
  }

  @Test
  void aLargeBodyTravelsByReferenceAndComesBackWhole() {
    product.publish("documents", BPMN.formatted("customer.email"));
    var text = "word ".repeat(600_000);

    var answer =
        product.post(
            "/hooks/documents",
            "{\"text\": \"" + text + "\", \"customer\": {\"email\": \"anna@example.org\"}}");

    assertThat(answer.body()).isEqualTo("{\"signs\":3000000,\"email\":\"redacted\"}");
    var key = runKey();
    var run = json(product.send(product.admin("/api/runs/" + key)));
    var reference = Reference.of(run.at("/variables/text")).orElseThrow();
    assertThat(reference.preview().orElseThrow()).startsWith("word word");
    var document = product.send(product.admin("/api/documents/" + reference.id()));
    assertThat(document.body()).isEqualTo(text);
    assertThat(document.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(document.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("sandbox");
    var raw = Reference.of(run.at("/variables/raw")).orElseThrow();
    assertThat(product.send(product.admin("/api/documents/" + raw.id())).body()).contains("anna@");
    assertThat(export(key)).contains("redacted").doesNotContain("anna@example.org");
    assertThat(product.send(product.admin("/api/runs?q=anna@example.org")).body())
        .doesNotContain(key);
  }

  private String export(String key) {
    var answer = product.send(product.admin("/api/runs/" + key + "/export"));
    assertThat(json(answer).path("run").path("key").asText()).isEqualTo(key);
    assertThat(json(answer).path("steps")).hasSize(2);
    return answer.body();
  }

  private String runKey() {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                json(product.send(product.admin("/api/runs?workflow=documents")))
                    .at("/items/0/key")
                    .asText(),
            key -> !key.isEmpty());
  }

  @Test
  void aDocumentIsShownByItsWholeIdToThoseWhoMay() {
    assertThat(
            product.send(product.anonymous("/api/documents/sha256-" + "0".repeat(64))).statusCode())
        .isEqualTo(401);
    assertThat(status("/api/documents/sha256-" + "0".repeat(64))).isEqualTo(404);
    assertThat(status("/api/documents/sha256-0000")).isEqualTo(404);
    assertThat(status("/api/documents/..%2F..%2Fconnections.key")).isEqualTo(404);
    assertThat(status("/api/runs/1/export")).isEqualTo(404);
  }

  private int status(String path) {
    return product.send(product.admin(path)).statusCode();
  }

  @Test
  void saysHowTheHistoryKeepsUp() {
    JsonNode state = json(product.send(product.admin("/api/history")));

    assertThat(state.path("lagSeconds").isIntegralNumber()).isTrue();
    assertThat(state.path("diskFreeBytes").asLong()).isPositive();
    assertThat(state.path("readOnly").asBoolean()).isFalse();
    assertThat(product.send(product.admin("/metrics")).body())
        .contains("wireroom_history_lag_seconds", "wireroom_disk_free_bytes");
  }

  @Test
  void refusesToPublishWhatNamesNoValue() {
    product.saveDraft(
        "documents-wrong", BPMN.replace("documents", "documents-wrong").formatted("a..b"));

    var refused = product.adminPost("/api/workflows/documents-wrong/publish", "");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("'a..b' names no value");
  }
}
