package io.wireroom.engine.connections;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.engine.testing.ApplicationFixture;
import io.wireroom.engine.workflow.Bpmn;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class WebhookRotationTest {
  @Test
  void takesTheValueBeforeUntilItIsRetired(ApplicationFixture product) {
    product.publish("rotation", webhook());

    assertThat(call(product, "hook-token-one")).as("fails closed").isEqualTo(401);
    set(product, "hook-token-one");
    assertThat(call(product, "hook-token-one")).isEqualTo(202);
    set(product, "hook-token-two");
    assertThat(call(product, "hook-token-one")).isEqualTo(202);
    assertThat(call(product, "hook-token-two")).isEqualTo(202);
    product.adminPost("/api/connections/rotation-hook/retire", "");
    assertThat(call(product, "hook-token-one")).isEqualTo(401);
    assertThat(call(product, "hook-token-two")).isEqualTo(202);

    var refused = product.send(product.admin("/api/connections/rotation-hook").DELETE());
    assertThat(json(refused).path("detail").asText()).contains("webhook start of rotation");
  }

  private static void set(ApplicationFixture product, String token) {
    var fields = Map.of("token", token);
    assertThat(ConnectionRoutesTest.put(product, "rotation-hook", "bearer", fields).statusCode())
        .isLessThan(300);
  }

  private static int call(ApplicationFixture product, String token) {
    return product
        .send(
            product
                .anonymous("/hooks/rotation/in")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")))
        .statusCode();
  }

  private static String webhook() {
    return Bpmn.definitions(
        """
        <bpmn:process id="rotation" isExecutable="true">
          <bpmn:startEvent id="start">
            <bpmn:extensionElements><zeebe:properties>
              <zeebe:property name="inbound.type" value="wireroom:webhook:1" />
              <zeebe:property name="inbound.path" value="rotation/in" />
              <zeebe:property name="inbound.auth.type" value="bearer" />
              <zeebe:property name="inbound.auth.connection" value="rotation-hook" />
            </zeebe:properties></bpmn:extensionElements>
            <bpmn:outgoing>a</bpmn:outgoing>
          </bpmn:startEvent>
          <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="end" />
          <bpmn:endEvent id="end"><bpmn:incoming>a</bpmn:incoming></bpmn:endEvent>
        </bpmn:process>
        """);
  }
}
