package io.wireroom.engine.again;

import io.wireroom.engine.workflow.Bpmn;

/** Draws small workflows for tests, element by element. */
final class Drawing {
  private final StringBuilder elements = new StringBuilder();
  private final String id;
  private int flows;

  Drawing(String id) {
    this.id = id;
  }

  static Drawing of(String id) {
    return new Drawing(id).add("<bpmn:startEvent id=\"start\" />");
  }

  Drawing add(String xml) {
    elements.append(xml).append('\n');
    return this;
  }

  /**
   * A POST of the number at that path; the answer's count becomes a variable of the step's name.
   */
  Drawing post(String step, String url, String body) {
    return add(call(step, url, body));
  }

  static String call(String step, String url, String body) {
    return """
    <bpmn:serviceTask id="%s" name="Step %s">
      <bpmn:extensionElements>
        <zeebe:taskDefinition type="wireroom:http:1" retries="1" />
        <zeebe:ioMapping>
          <zeebe:input source="POST" target="method" />
          <zeebe:input source="%s" target="url" />
          <zeebe:input source="%s" target="body" />
        </zeebe:ioMapping>
        <zeebe:taskHeaders>
          <zeebe:header key="resultExpression" value="={%s: response.body}" />
        </zeebe:taskHeaders>
      </bpmn:extensionElements>
    </bpmn:serviceTask>
    """
        .formatted(step, step, url, body, step);
  }

  /** Sequence flows through these elements. */
  Drawing flow(String... ids) {
    for (int i = 1; i < ids.length; i++) {
      add(
          "<bpmn:sequenceFlow id=\"%s_f%d\" sourceRef=\"%s\" targetRef=\"%s\" />"
              .formatted(id.replace('-', '_'), flows++, ids[i - 1], ids[i]));
    }
    return this;
  }

  Drawing end(String end) {
    return add("<bpmn:endEvent id=\"%s\" />".formatted(end));
  }

  String elements() {
    return elements.toString();
  }

  String xml() {
    return Bpmn.definitions(
        "<bpmn:process id=\"%s\" isExecutable=\"true\">%s</bpmn:process>".formatted(id, elements));
  }

  /** The same with something beside the process, such as an error. */
  String xml(String beside) {
    return Bpmn.definitions(
        "%s<bpmn:process id=\"%s\" isExecutable=\"true\">%s</bpmn:process>"
            .formatted(beside, id, elements));
  }
}
