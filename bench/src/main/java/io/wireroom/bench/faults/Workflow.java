package io.wireroom.bench.faults;

/** The workflow between source and sink: a webhook and one HTTP step. */
final class Workflow {
  static final String ID = "faults";
  static final String PATH = "faults";

  private Workflow() {}

  static String diagram(String sink, boolean dedupe) {
    var key =
        dedupe ? "<zeebe:property name=\"inbound.dedupeKey\" value=\"=request.body.id\" />" : "";
    return """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="faults">
          <bpmn:process id="%s" isExecutable="true">
            <bpmn:startEvent id="start">
              <bpmn:extensionElements><zeebe:properties>
                <zeebe:property name="inbound.type" value="wireroom:webhook:1" />
                <zeebe:property name="inbound.path" value="%s" />
                <zeebe:property name="inbound.limit.rate" value="100000/s" />
                %s
                <zeebe:property name="resultExpression"
                    value="={event: request.body.id, sequence: request.body.sequence}" />
              </zeebe:properties></bpmn:extensionElements>
              <bpmn:outgoing>a</bpmn:outgoing>
            </bpmn:startEvent>
            <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="send" />
            <bpmn:serviceTask id="send">
              <bpmn:extensionElements>
                <zeebe:taskDefinition type="wireroom:http:1" retries="3" />
                <zeebe:ioMapping>
                  <zeebe:input source="POST" target="method" />
                  <zeebe:input source="%s" target="url" />
                  <zeebe:input source="={event: event, sequence: sequence}" target="body" />
                </zeebe:ioMapping>
              </bpmn:extensionElements>
              <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
            </bpmn:serviceTask>
            <bpmn:sequenceFlow id="b" sourceRef="send" targetRef="end" />
            <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
          </bpmn:process>
        </bpmn:definitions>
        """
        .formatted(ID, PATH, key, sink);
  }
}
