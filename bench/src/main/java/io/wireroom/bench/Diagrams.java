package io.wireroom.bench;

/** The process that is measured: start, one HTTP call, end. */
final class Diagrams {
  private Diagrams() {}

  /** As a workflow: a webhook that waits for the result, and the HTTP connector. */
  static String webhook(String peer) {
    return diagram(
        "bench-webhook",
        """
        <bpmn:extensionElements><zeebe:properties>
          <zeebe:property name="inbound.type" value="wireroom:webhook:1" />
          <zeebe:property name="inbound.path" value="bench" />
          <zeebe:property name="inbound.response" value="result" />
          <zeebe:property name="inbound.timeout" value="60s" />
          <zeebe:property name="inbound.limit.rate" value="100000/s" />
          <zeebe:property name="resultExpression" value="={}" />
        </zeebe:properties></bpmn:extensionElements>
        """,
        """
        <zeebe:taskDefinition type="wireroom:http:1" retries="3" />
        <zeebe:ioMapping>
          <zeebe:input source="GET" target="method" />
          <zeebe:input source="%s" target="url" />
        </zeebe:ioMapping>
        <zeebe:taskHeaders>
          <zeebe:header key="resultExpression" value="={status: response.status}" />
        </zeebe:taskHeaders>
        """
            .formatted(peer));
  }

  /** A webhook that acknowledges, and a run that does nothing. */
  static String acknowledged() {
    return """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="bench">
          <bpmn:process id="bench-ack" isExecutable="true">
            <bpmn:startEvent id="start">
              <bpmn:extensionElements><zeebe:properties>
                <zeebe:property name="inbound.type" value="wireroom:webhook:1" />
                <zeebe:property name="inbound.path" value="ack" />
                <zeebe:property name="inbound.limit.rate" value="100000/s" />
                <zeebe:property name="resultExpression" value="={}" />
              </zeebe:properties></bpmn:extensionElements>
              <bpmn:outgoing>a</bpmn:outgoing>
            </bpmn:startEvent>
            <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="end" />
            <bpmn:endEvent id="end"><bpmn:incoming>a</bpmn:incoming></bpmn:endEvent>
          </bpmn:process>
        </bpmn:definitions>
        """;
  }

  /** For the raw client: the same, with a none start and a job of its own. */
  static String raw() {
    return diagram("bench-raw", "", "<zeebe:taskDefinition type=\"bench-http\" retries=\"3\" />");
  }

  private static String diagram(String id, String start, String task) {
    return """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="bench">
          <bpmn:process id="%s" isExecutable="true">
            <bpmn:startEvent id="start">%s<bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
            <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="call" />
            <bpmn:serviceTask id="call">
              <bpmn:extensionElements>%s</bpmn:extensionElements>
              <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
            </bpmn:serviceTask>
            <bpmn:sequenceFlow id="b" sourceRef="call" targetRef="end" />
            <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
          </bpmn:process>
        </bpmn:definitions>
        """
        .formatted(id, start, task);
  }
}
