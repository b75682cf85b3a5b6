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

  /** A start and a wait at the same path, for the same order; ends when both have come. */
  static String startOrContinue(String id) {
    return Bpmn.definitions(
        """
        <bpmn:message id="paid" name="drawn"><bpmn:extensionElements>
          <zeebe:subscription correlationKey="=order" />
        </bpmn:extensionElements></bpmn:message>
        <bpmn:process id="%1$s" isExecutable="true">
          <bpmn:startEvent id="start">%2$s<bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
          <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="wait" />
          <bpmn:intermediateCatchEvent id="wait">%3$s
            <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
            <bpmn:messageEventDefinition id="md" messageRef="paid" />
          </bpmn:intermediateCatchEvent>
          <bpmn:sequenceFlow id="b" sourceRef="wait" targetRef="end" />
          <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
        </bpmn:process>
        """
            .formatted(
                id,
                hook(id, "ack", "={order: request.body.order, first: request.body.n}"),
                hook(id, "ack", "={second: request.body.n}")));
  }

  /** Answers in two parts, waits for a while in between, and goes on after the second. */
  static String answering(String id, String response) {
    return Bpmn.definitions(
        """
        <bpmn:process id="%1$s" isExecutable="true">
          <bpmn:startEvent id="start">%2$s<bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
          <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="one" />
          %3$s
          <bpmn:sequenceFlow id="b" sourceRef="one" targetRef="two" />
          %4$s
          <bpmn:sequenceFlow id="c" sourceRef="two" targetRef="end" />
          <bpmn:endEvent id="end"><bpmn:incoming>c</bpmn:incoming></bpmn:endEvent>
        </bpmn:process>
        """
            .formatted(
                id,
                hook(id, response, "={}").replace("request.body.order", "string(request.id)"),
                respond("one", "a", "b", "first"),
                respond("two", "b", "c", "second")));
  }

  /** Answers with a stream, and lets a model write. */
  static String writing(String id) {
    return Bpmn.definitions(
        """
        <bpmn:process id="%1$s" isExecutable="true">
          <bpmn:startEvent id="start">%2$s<bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
          <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="write" />
          <bpmn:serviceTask id="write">
            <bpmn:extensionElements>
              <zeebe:taskDefinition type="wireroom:chat:1" />
              <zeebe:ioMapping>
                <zeebe:input source="headline-writer" target="model" />
                <zeebe:input source="The council of Ashford voted on Monday to remove the old dam at the river mill. Fish have not passed the dam since 1912." target="prompt" />
                <zeebe:input source="=true" target="stream" />
              </zeebe:ioMapping>
            </bpmn:extensionElements>
            <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
          </bpmn:serviceTask>
          <bpmn:sequenceFlow id="b" sourceRef="write" targetRef="end" />
          <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
        </bpmn:process>
        """
            .formatted(
                id, hook(id, "stream", "={}").replace("request.body.order", "string(request.id)")));
  }

  private static String respond(String id, String in, String out, String body) {
    return """
        <bpmn:serviceTask id="%s">
          <bpmn:extensionElements>
            <zeebe:taskDefinition type="wireroom:respond:1" />
            <zeebe:ioMapping><zeebe:input source="%s" target="body" /></zeebe:ioMapping>
          </bpmn:extensionElements>
          <bpmn:incoming>%s</bpmn:incoming><bpmn:outgoing>%s</bpmn:outgoing>
        </bpmn:serviceTask>
        """
        .formatted(id, body, in, out);
  }

  private static String hook(String path, String response, String values) {
    return """
        <bpmn:extensionElements><zeebe:properties>
          <zeebe:property name="inbound.type" value="wireroom:webhook:1" />
          <zeebe:property name="inbound.path" value="%s" />
          <zeebe:property name="inbound.method" value="POST" />
          <zeebe:property name="inbound.response" value="%s" />
          <zeebe:property name="inbound.timeout" value="20s" />
          <zeebe:property name="inbound.correlationKey" value="=request.body.order" />
          <zeebe:property name="resultExpression" value="%s" />
        </zeebe:properties></bpmn:extensionElements>
        """
        .formatted(path, response, values);
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
