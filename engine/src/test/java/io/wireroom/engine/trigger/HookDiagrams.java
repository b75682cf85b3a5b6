package io.wireroom.engine.trigger;

import io.wireroom.engine.workflow.Bpmn;

/** Workflows behind webhooks that need nothing from outside. */
final class HookDiagrams {
  private HookDiagrams() {}

  /** POST; sets {@code greeting} from the body's name, and ends. */
  static String setting(String id, String response, String auth, String responseExpression) {
    return Bpmn.definitions(
        """
        <bpmn:process id="%s" isExecutable="true">
          %s
          <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="end" />
          <bpmn:endEvent id="end"><bpmn:incoming>a</bpmn:incoming></bpmn:endEvent>
        </bpmn:process>
        """
            .formatted(id, start(id, response, auth, responseExpression)));
  }

  /** Waits on a timer for longer than its webhook does. */
  static String waiting(String id) {
    return Bpmn.definitions(
        """
        <bpmn:process id="%s" isExecutable="true">
          %s
          <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="wait" />
          <bpmn:intermediateCatchEvent id="wait">
            <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
            <bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>
          </bpmn:intermediateCatchEvent>
          <bpmn:sequenceFlow id="b" sourceRef="wait" targetRef="end" />
          <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
        </bpmn:process>
        """
            .formatted(id, start(id, "result", "none", "")));
  }

  private static String start(String id, String response, String auth, String responseExpression) {
    return """
        <bpmn:startEvent id="start">
          <bpmn:extensionElements><zeebe:properties>
            <zeebe:property name="inbound.type" value="wireroom:webhook:1" />
            <zeebe:property name="inbound.path" value="%s" />
            <zeebe:property name="inbound.method" value="POST" />
            <zeebe:property name="inbound.auth.type" value="%s" />
            <zeebe:property name="inbound.response" value="%s" />
            <zeebe:property name="inbound.responseExpression" value="%s" />
            <zeebe:property name="inbound.timeout" value="5s" />
            <zeebe:property name="resultExpression" value='={greeting: "Good morning, " + string(request.body.name)}' />
          </zeebe:properties></bpmn:extensionElements>
          <bpmn:outgoing>a</bpmn:outgoing>
        </bpmn:startEvent>
        """
        .formatted(id, auth, response, responseExpression);
  }
}
