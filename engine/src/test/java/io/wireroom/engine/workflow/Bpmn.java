package io.wireroom.engine.workflow;

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
