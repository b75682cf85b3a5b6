package io.wireroom.engine.workflow;

import static io.wireroom.engine.workflow.BpmnXml.BPMN;

import org.w3c.dom.Element;

/**
 * Turns webhook, feed and form starts into message start events, so that every start is an event
 * with exactly-once handling; everything else stays as it was drawn.
 */
final class StartCompiler {
  private StartCompiler() {}

  /** What goes to the broker for the diagram {@code xml}. */
  static String compile(String xml) {
    var diagram = Diagram.parse(xml);
    for (var wanted : diagram.messageStarts()) {
      var start =
          diagram.starts().stream()
              .filter(s -> s.getAttribute("id").equals(wanted.elementId()))
              .findFirst()
              .orElseThrow();
      startByMessage(diagram, start, wanted.messageName());
    }
    return BpmnXml.write(diagram.document());
  }

  private static void startByMessage(Diagram diagram, Element start, String messageName) {
    var document = diagram.document();
    var messageId = "WireroomMessage_" + start.getAttribute("id");
    var message = element(diagram, "message");
    message.setAttribute("id", messageId);
    message.setAttribute("name", messageName);
    document.getDocumentElement().insertBefore(message, process(start));

    Diagram.definition(start).ifPresent(start::removeChild);
    var definition = element(diagram, "messageEventDefinition");
    definition.setAttribute("id", messageId + "_definition");
    definition.setAttribute("messageRef", messageId);
    start.appendChild(definition);
  }

  private static Element process(Element start) {
    return (Element) start.getParentNode();
  }

  private static Element element(Diagram diagram, String name) {
    var root = diagram.document().getDocumentElement();
    var prefix = root.getPrefix() == null ? "" : root.getPrefix() + ":";
    return diagram.document().createElementNS(BPMN, prefix + name);
  }
}
