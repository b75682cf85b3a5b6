package io.wireroom.engine.workflow;

import static io.wireroom.engine.workflow.BpmnXml.BPMN;
import static io.wireroom.engine.workflow.BpmnXml.ZEEBE;

import io.wireroom.engine.process.Origin;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Makes of a drawing what goes to the broker: starts by an event, and steps that wait for one,
 * become messages with names of ours; everything else stays as it was drawn.
 */
final class StartCompiler {
  private final Diagram diagram;

  private StartCompiler(Diagram diagram) {
    this.diagram = diagram;
  }

  /** A published version, with all its starts. */
  static String compile(String xml, Origin origin) {
    return new StartCompiler(Diagram.parse(xml)).compile(origin, Optional.empty());
  }

  /** The same while its workflow is paused: timers and signals start nothing. */
  static String compilePaused(String xml, Origin origin) {
    return new StartCompiler(Diagram.parse(xml)).compile(origin, Optional.of("closed"));
  }

  /** A copy under an id of its own, which nothing starts but events that are meant for it. */
  static Copy copy(String xml, String processId, Origin origin) {
    var drawn = Diagram.parse(xml).renamed(processId);
    var compiler = new StartCompiler(Diagram.parse(drawn.xml()));
    return new Copy(drawn, compiler.compile(origin, Optional.of(processId)));
  }

  /**
   * @param diagram as drawn, under the copy's id
   */
  record Copy(Diagram diagram, String compiled) {}

  /**
   * @param closedFor whose messages the timers and signals become; empty when they stay open
   */
  private String compile(Origin origin, Optional<String> closedFor) {
    diagram.messageStarts().forEach(s -> byMessage(start(s.elementId()), s.messageName()));
    diagram.catchHooks().forEach(this::catchMessage);
    closedFor.ifPresent(
        whose ->
            diagram
                .selfStarting()
                .forEach(start -> byMessage(start, "wireroom:" + whose + ":" + id(start))));
    PersonForms.link(diagram);
    diagram.stamp(origin);
    return diagram.xml();
  }

  private Element start(String id) {
    return diagram.starts().stream()
        .filter(start -> start.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void byMessage(Element start, String messageName) {
    Diagram.definition(start).ifPresent(start::removeChild);
    var definition = element("messageEventDefinition");
    definition.setAttribute("id", messageId(start) + "_definition");
    definition.setAttribute("messageRef", messageId(start));
    start.appendChild(definition);
    addMessage(start, messageName);
  }

  /** The step takes our message under the correlation key that was drawn for its own. */
  private void catchMessage(Webhook hook) {
    var element = diagram.element(hook.elementId()).orElseThrow();
    var carrier = Diagram.definition(element).orElse(element);
    var drawn = diagram.element(carrier.getAttribute("messageRef"));
    carrier.setAttribute("messageRef", messageId(element));
    var message = addMessage(element, hook.messageName());
    drawn
        .flatMap(m -> subscription(m))
        .ifPresent(
            subscription -> {
              var extensions = element("extensionElements");
              extensions.appendChild(subscription.cloneNode(true));
              message.appendChild(extensions);
            });
  }

  private static Optional<Element> subscription(Element message) {
    return Diagram.elements(message, ZEEBE, "subscription").stream().findFirst();
  }

  private Element addMessage(Element owner, String name) {
    var message = element("message");
    message.setAttribute("id", messageId(owner));
    message.setAttribute("name", name);
    var process = diagram.process();
    process.getParentNode().insertBefore(message, process);
    return message;
  }

  private static String messageId(Element owner) {
    return "WireroomMessage_" + id(owner);
  }

  private static String id(Element element) {
    return element.getAttribute("id");
  }

  private Element element(String name) {
    var root = diagram.document().getDocumentElement();
    var prefix = root.getPrefix() == null ? "" : root.getPrefix() + ":";
    return diagram.document().createElementNS(BPMN, prefix + name);
  }
}
