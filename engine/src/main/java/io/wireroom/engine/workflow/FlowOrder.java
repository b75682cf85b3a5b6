package io.wireroom.engine.workflow;

import static io.wireroom.engine.workflow.BpmnXml.BPMN;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Which elements of a diagram can come after which. */
public final class FlowOrder {
  private final Map<String, Set<String>> next = new HashMap<>();

  private FlowOrder() {}

  /** Of a readable diagram. */
  public static FlowOrder of(Diagram diagram) {
    var order = new FlowOrder();
    order.scope(diagram.process(), List.of());
    order.compensation(diagram.process());
    return order;
  }

  /** Everything that can come after the element; itself only where a flow leads back to it. */
  public Set<String> after(String elementId) {
    var found = new HashSet<String>();
    var open = new ArrayDeque<>(next.getOrDefault(elementId, Set.of()));
    while (!open.isEmpty()) {
      var id = open.pop();
      if (found.add(id)) {
        open.addAll(next.getOrDefault(id, Set.of()));
      }
    }
    return found;
  }

  /**
   * @param exits what can come after anything in this scope: when it ends, or is interrupted
   */
  private void scope(Element scope, List<String> exits) {
    var leaving = new HashSet<>(exits);
    for (var element : Diagram.children(scope, BPMN, "subProcess")) {
      if (element.getAttribute("triggeredByEvent").equals("true")) {
        Diagram.children(element, BPMN, "startEvent")
            .forEach(start -> leaving.add(start.getAttribute("id")));
      }
    }
    for (var flow : Diagram.children(scope, BPMN, "sequenceFlow")) {
      add(flow.getAttribute("sourceRef"), flow.getAttribute("targetRef"));
    }
    for (var boundary : Diagram.children(scope, BPMN, "boundaryEvent")) {
      add(boundary.getAttribute("attachedToRef"), boundary.getAttribute("id"));
    }
    for (var element : Diagram.children(scope, BPMN, "*")) {
      var id = element.getAttribute("id");
      leaving.forEach(exit -> add(id, exit));
      if (element.getLocalName().matches("subProcess|transaction|adHocSubProcess")) {
        Diagram.children(element, BPMN, "startEvent")
            .forEach(start -> add(id, start.getAttribute("id")));
        var outside = new HashSet<>(leaving);
        outside.addAll(next.getOrDefault(id, Set.of()));
        Diagram.children(element, BPMN, "startEvent")
            .forEach(start -> outside.remove(start.getAttribute("id")));
        scope(element, List.copyOf(outside));
      }
    }
  }

  /** A throw event can bring every handler. */
  private void compensation(Element process) {
    var handlers =
        Diagram.elements(process, BPMN, "*").stream()
            .filter(e -> e.getAttribute("isForCompensation").equals("true"))
            .map(e -> e.getAttribute("id"))
            .toList();
    for (var definition : Diagram.elements(process, BPMN, "compensateEventDefinition")) {
      if (definition.getParentNode() instanceof Element event
          && !event.getLocalName().equals("boundaryEvent")) {
        handlers.forEach(handler -> add(event.getAttribute("id"), handler));
      }
    }
  }

  private void add(String from, String to) {
    next.computeIfAbsent(from, id -> new HashSet<>()).add(to);
  }
}
