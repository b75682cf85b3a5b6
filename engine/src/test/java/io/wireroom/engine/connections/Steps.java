package io.wireroom.engine.connections;

import io.wireroom.engine.workflow.Bpmn;

/** Diagrams with steps that use a connection. */
final class Steps {
  private Steps() {}

  /** A none start and one call; its answer becomes {@code answer}. */
  static String call(String id, String url, String connection) {
    return Bpmn.definitions(
        """
        <bpmn:process id="%s" isExecutable="true">
          <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
          <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="call" />
          %s
          <bpmn:sequenceFlow id="b" sourceRef="call" targetRef="end" />
          <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
        </bpmn:process>
        """
            .formatted(id, http("call", url, connection, "a", "b")));
  }

  static String http(String id, String url, String connection, String in, String out) {
    return task(
        id,
        "wireroom:http:1",
        """
        <zeebe:input source="%s" target="url" />
        <zeebe:input source="%s" target="connection" />
        """
            .formatted(url, connection),
        in,
        out);
  }

  /** A step without retries whose response becomes a variable of its own name. */
  static String task(String id, String type, String inputs, String in, String out) {
    return """
    <bpmn:serviceTask id="%s" name="Step">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="%s" retries="1" />
        <zeebe:ioMapping>%s</zeebe:ioMapping>
        <zeebe:taskHeaders><zeebe:header key="resultVariable" value="%s" /></zeebe:taskHeaders>
      </bpmn:extensionElements>
      <bpmn:incoming>%s</bpmn:incoming>
      <bpmn:outgoing>%s</bpmn:outgoing>
    </bpmn:serviceTask>
    """
        .formatted(id, type, inputs, id, in, out);
  }
}
