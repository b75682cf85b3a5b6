package io.wireroom.engine.workflow;

import static io.wireroom.engine.workflow.BpmnXml.BPMN;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An element as it is drawn.
 *
 * @param kind its BPMN type, with the kind of event or of task where that makes a difference
 * @param inside the sub-process around it; empty in the process itself
 * @param attachedTo the step on whose edge it sits
 * @param afterGateway the event-based gateway that waits for it
 * @param forEach whether it is done for each item of a list
 * @param expressions what it computes, by what the result is for
 */
public record DrawnElement(
    String id,
    String name,
    String kind,
    Optional<String> inside,
    Optional<String> attachedTo,
    Optional<String> afterGateway,
    boolean forEach,
    Map<String, String> expressions) {

  /** Those of the diagram's process, by their ids. */
  public static Map<String, DrawnElement> of(Diagram diagram) {
    var elements = new LinkedHashMap<String, DrawnElement>();
    for (var element : diagram.flowElements()) {
      elements.put(element.getAttribute("id"), of(element, diagram.process()));
    }
    return elements;
  }

  private static DrawnElement of(Element element, Element process) {
    var id = element.getAttribute("id");
    var name = element.getAttribute("name").strip();
    return new DrawnElement(
        id,
        name.isEmpty() ? id : name,
        kind(element),
        Optional.ofNullable(element.getParentNode())
            .filter(Element.class::isInstance)
            .map(Element.class::cast)
            .filter(parent -> !parent.isSameNode(process) && parent.hasAttribute("id"))
            .map(parent -> parent.getAttribute("id")),
        Optional.of(element.getAttribute("attachedToRef")).filter(to -> !to.isEmpty()),
        gatewayBefore(element),
        !Diagram.children(element, BPMN, "multiInstanceLoopCharacteristics").isEmpty(),
        expressions(element));
  }

  private static Optional<String> gatewayBefore(Element element) {
    if (!element.getLocalName().equals("intermediateCatchEvent")
        && !element.getLocalName().equals("receiveTask")) {
      return Optional.empty();
    }
    var process = (Element) element.getParentNode();
    var gateways = Diagram.children(process, BPMN, "eventBasedGateway");
    return Diagram.children(process, BPMN, "sequenceFlow").stream()
        .filter(flow -> flow.getAttribute("targetRef").equals(element.getAttribute("id")))
        .map(flow -> flow.getAttribute("sourceRef"))
        .filter(id -> gateways.stream().anyMatch(g -> g.getAttribute("id").equals(id)))
        .findFirst();
  }

  private static String kind(Element element) {
    var type = element.getLocalName();
    if (element.getAttribute("triggeredByEvent").equals("true")) {
      return "eventSubProcess";
    }
    if (type.equals("userTask") && PersonStep.isNative(element)) {
      return "userTask.native";
    }
    return Diagram.definition(element)
        .map(definition -> type + "." + definition.getLocalName())
        .orElse(type);
  }

  /** Attributes and texts that begin with {@code =}, those of elements inside it left out. */
  private static Map<String, String> expressions(Element element) {
    var found = new LinkedHashMap<String, String>();
    collect(element, found);
    return found;
  }

  private static void collect(Element element, Map<String, String> found) {
    if (element.getLocalName().equals("input")) {
      found.put(element.getAttribute("target"), element.getAttribute("source"));
    }
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      var attribute = attributes.item(i);
      if (attribute.getNodeValue().startsWith("=") && !element.getLocalName().equals("input")) {
        found.putIfAbsent(attribute.getNodeName(), attribute.getNodeValue());
      }
    }
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child && (!child.hasAttribute("id") || isPart(child))) {
        collect(child, found);
      } else if (n.getNodeType() == Node.TEXT_NODE && n.getNodeValue().strip().startsWith("=")) {
        found.putIfAbsent(element.getLocalName(), n.getNodeValue().strip());
      }
    }
  }

  /** Not a step of its own, although modelers give it an id. */
  private static boolean isPart(Element child) {
    var name = child.getLocalName();
    return name.endsWith("EventDefinition")
        || name.endsWith("LoopCharacteristics")
        || name.equals("conditionExpression");
  }
}
