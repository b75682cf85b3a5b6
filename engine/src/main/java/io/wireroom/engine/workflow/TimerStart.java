package io.wireroom.engine.workflow;

import org.w3c.dom.Element;

/**
 * A timer on a start event, which the broker fires.
 *
 * @param kind {@code timeCycle}, {@code timeDate} or {@code timeDuration}
 * @param text as drawn: a date, a repeating interval, a cron or an expression
 */
public record TimerStart(String workflow, String elementId, String kind, String text) {
  static TimerStart of(String workflow, Element start, Element definition) {
    var time =
        Diagram.children(definition, BpmnXml.BPMN, "*").stream()
            .filter(child -> child.getLocalName().startsWith("time"))
            .findFirst();
    return new TimerStart(
        workflow,
        start.getAttribute("id"),
        time.map(Element::getLocalName).orElse(""),
        time.map(Element::getTextContent).orElse("").strip());
  }
}
