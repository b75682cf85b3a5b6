package io.wireroom.engine.workflow;

import java.util.Map;
import java.util.TreeMap;

/** Small diagrams for tests. */
public final class Bpmn {
  private Bpmn() {}

  /** Webhook start, one HTTP step, end. */
  public static String webhook(String id, String path) {
    return definitions(
        """
        <bpmn:process id="%s" name="Greet" isExecutable="true">
          <bpmn:startEvent id="start">
            <bpmn:extensionElements><zeebe:properties>
              <zeebe:property name="inbound.type" value="wireroom:webhook:1" />
              <zeebe:property name="inbound.path" value="%s" />
            </zeebe:properties></bpmn:extensionElements>
            <bpmn:outgoing>a</bpmn:outgoing>
          </bpmn:startEvent>
          %s
        </bpmn:process>
        """
            .formatted(id, path, HTTP_STEP));
  }

  /** A start with these properties of a webhook, at the path {@code hook} unless they say other. */
  public static String hook(String id, Map<String, String> properties) {
    return definitions(
        """
        <bpmn:process id="%s" isExecutable="true">
          <bpmn:startEvent id="start">%s<bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
          <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="end" />
          <bpmn:endEvent id="end"><bpmn:incoming>a</bpmn:incoming></bpmn:endEvent>
        </bpmn:process>
        """
            .formatted(id, hookProperties(properties)));
  }

  /** The {@code extensionElements} of a webhook. */
  public static String hookProperties(Map<String, String> properties) {
    var all = new TreeMap<>(Map.of("inbound.type", "wireroom:webhook:1", "inbound.path", "hook"));
    all.putAll(properties);
    var lines = new StringBuilder();
    all.forEach(
        (name, value) ->
            lines
                .append("<zeebe:property name=\"%s\" value=\"".formatted(name))
                .append(value.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"))
                .append("\" />"));
    return "<bpmn:extensionElements><zeebe:properties>"
        + lines
        + "</zeebe:properties></bpmn:extensionElements>";
  }

  /** A start that the broker makes by itself, and an end. */
  public static String timer(String id, String cycle) {
    return definitions(
        """
        <bpmn:process id="%s" isExecutable="true">
          <bpmn:startEvent id="start">
            <bpmn:outgoing>a</bpmn:outgoing>
            <bpmn:timerEventDefinition id="t"><bpmn:timeCycle>%s</bpmn:timeCycle></bpmn:timerEventDefinition>
          </bpmn:startEvent>
          <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="end" />
          <bpmn:endEvent id="end"><bpmn:incoming>a</bpmn:incoming></bpmn:endEvent>
        </bpmn:process>
        """
            .formatted(id, cycle));
  }

  /** None start, one HTTP step, end. */
  public static String noneStart(String id) {
    return definitions(
        """
        <bpmn:process id="%s" isExecutable="true">
          <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
          %s
        </bpmn:process>
        """
            .formatted(id, HTTP_STEP));
  }

  /** Any process inside the right namespaces. */
  public static String definitions(String process) {
    return """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="test">
        %s
        </bpmn:definitions>
        """
        .formatted(process);
  }

  private static final String HTTP_STEP =
      """
      <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="call" />
      <bpmn:serviceTask id="call" name="Call">
        <bpmn:extensionElements>
          <zeebe:taskDefinition type="wireroom:http:1" retries="3" />
          <zeebe:ioMapping>
            <zeebe:input source="https://example.org" target="url" />
          </zeebe:ioMapping>
          <zeebe:taskHeaders>
            <zeebe:header key="resultVariable" value="answer" />
          </zeebe:taskHeaders>
        </bpmn:extensionElements>
        <bpmn:incoming>a</bpmn:incoming>
        <bpmn:outgoing>b</bpmn:outgoing>
      </bpmn:serviceTask>
      <bpmn:sequenceFlow id="b" sourceRef="call" targetRef="end" />
      <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
      """;
}
