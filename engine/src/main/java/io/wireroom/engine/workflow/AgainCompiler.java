package io.wireroom.engine.workflow;

import static io.wireroom.engine.workflow.BpmnXml.BPMN;
import static io.wireroom.engine.workflow.BpmnXml.ZEEBE;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.engine.process.Origin;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * Makes of a drawing what the broker runs again: the start that the run began at needs no event,
 * and each step that waits first asks whether there is a record.
 *
 * <p>Such a step becomes a subprocess of its id, so that loops and boundary events around it stay
 * as they are: ask; with a record take it, without one do the real step.
 */
final class AgainCompiler {

  private final Diagram diagram;

  private AgainCompiler(Diagram diagram) {
    this.diagram = diagram;
  }

  /** The drawing with new values of inputs. */
  static String inputs(String xml, Map<String, Map<String, JsonNode>> inputs) {
    if (inputs.isEmpty()) {
      return xml;
    }
    var compiler = new AgainCompiler(Diagram.parse(xml));
    inputs.forEach(
        (element, values) -> values.forEach((name, value) -> compiler.input(element, name, value)));
    return compiler.diagram.xml();
  }

  static StartCompiler.Copy copy(
      String xml, String processId, Origin origin, AgainChanges changes) {
    var drawn = Diagram.parse(xml).renamed(processId);
    var started = new AgainCompiler(Diagram.parse(xml));
    started.starts(changes);
    // why under the workflow's own id: steps that wait for a webhook go on listening at its path
    var compiled = StartCompiler.compilePaused(started.diagram.xml(), origin);
    var asking = new AgainCompiler(Diagram.parse(compiled));
    changes.waits().forEach(asking::ask);
    changes.interruptions().forEach(asking::interruptible);
    changes.before().ifPresent(asking::change);
    return new StartCompiler.Copy(drawn, asking.diagram.renamed(processId).xml());
  }

  private void input(String elementId, String name, JsonNode value) {
    var element = diagram.element(elementId).orElseThrow();
    var io = child(child(element, BPMN, "extensionElements"), ZEEBE, "ioMapping");
    Diagram.children(io, ZEEBE, "input").stream()
        .filter(input -> input.getAttribute("target").equals(name))
        .forEach(io::removeChild);
    var input = zeebe("input");
    input.setAttribute("source", "=" + value);
    input.setAttribute("target", name);
    io.insertBefore(input, io.getFirstChild()); // why first: the schema wants inputs before outputs
  }

  /** Only the start that the run began at is left open, and it waits for nothing. */
  private void starts(AgainChanges changes) {
    for (var start : diagram.starts()) {
      var own =
          changes
              .start()
              .map(id -> id.equals(start.getAttribute("id")))
              .orElse(Diagram.definition(start).isEmpty() && Diagram.inboundType(start).isEmpty());
      Diagram.definition(start).ifPresent(start::removeChild);
      for (var extensions : Diagram.children(start, BPMN, "extensionElements")) {
        Diagram.children(extensions, ZEEBE, "properties").forEach(extensions::removeChild);
      }
      if (!own) {
        start.appendChild(bpmn("signalEventDefinition")); // why: compiling closes such starts
      }
    }
  }

  private void ask(String id) {
    var real = diagram.element(id).orElseThrow();
    var sub = bpmn("subProcess");
    real.getParentNode().replaceChild(sub, real);
    sub.setAttribute("id", id);
    if (real.hasAttribute("default")) {
      sub.setAttribute("default", real.getAttribute("default"));
      real.removeAttribute("default");
    }
    var recorded = zeebe("input");
    recorded.setAttribute("source", "=false");
    recorded.setAttribute("target", AgainChanges.RECORDED);
    child(child(sub, BPMN, "extensionElements"), ZEEBE, "ioMapping").appendChild(recorded);
    for (var name : new String[] {"incoming", "outgoing", "multiInstanceLoopCharacteristics"}) {
      Diagram.children(real, BPMN, name).forEach(sub::appendChild);
    }
    real.setAttribute("id", id + AgainChanges.REAL);
    sub.appendChild(node("startEvent", id + "-begin"));
    sub.appendChild(job(id + AgainChanges.ASK));
    var pick = node("exclusiveGateway", id + "-pick");
    pick.setAttribute("default", id + "-flow-real");
    sub.appendChild(pick);
    sub.appendChild(take(real, id));
    sub.appendChild(real);
    sub.appendChild(node("endEvent", id + "-end"));
    flow(sub, id + "-flow-ask", id + "-begin", id + AgainChanges.ASK);
    flow(sub, id + "-flow-pick", id + AgainChanges.ASK, id + "-pick");
    flow(sub, id + "-flow-real", id + "-pick", id + AgainChanges.REAL);
    var yes = flow(sub, id + "-flow-take", id + "-pick", id + AgainChanges.TAKE);
    var condition = bpmn("conditionExpression");
    condition.setTextContent("=" + AgainChanges.RECORDED);
    yes.appendChild(condition);
    flow(sub, id + "-flow-taken", id + AgainChanges.TAKE, id + "-end");
    flow(sub, id + "-flow-done", id + AgainChanges.REAL, id + "-end");
  }

  /** Takes the record with the output mappings of the real step. */
  private Element take(Element real, String id) {
    var take = job(id + AgainChanges.TAKE);
    var outputs = Diagram.elements(real, ZEEBE, "output");
    if (!outputs.isEmpty()) {
      var extensions = Diagram.children(take, BPMN, "extensionElements").getFirst();
      var io = child(extensions, ZEEBE, "ioMapping");
      outputs.forEach(output -> io.appendChild(output.cloneNode(true)));
    }
    return take;
  }

  /** Beside a boundary event, one that an answer from the record can trigger. */
  private void interruptible(String id) {
    var boundary = diagram.element(id).orElseThrow();
    var error = bpmn("error");
    error.setAttribute("id", "WireroomError_" + id);
    error.setAttribute("errorCode", AgainChanges.code(id));
    error.setAttribute("name", AgainChanges.code(id));
    diagram.process().getParentNode().insertBefore(error, diagram.process());
    var twin = node("boundaryEvent", id + "-recorded");
    twin.setAttribute("attachedToRef", boundary.getAttribute("attachedToRef"));
    var definition = bpmn("errorEventDefinition");
    definition.setAttribute("id", id + "-recorded-definition");
    definition.setAttribute("errorRef", error.getAttribute("id"));
    twin.appendChild(definition);
    var scope = (Element) boundary.getParentNode();
    scope.insertBefore(twin, boundary.getNextSibling());
    for (var flow : Diagram.children(scope, BPMN, "sequenceFlow")) {
      if (flow.getAttribute("sourceRef").equals(id)) {
        var outgoing = bpmn("outgoing");
        outgoing.setTextContent(flow.getAttribute("id") + "-recorded");
        twin.insertBefore(outgoing, definition);
        flow(
            scope,
            flow.getAttribute("id") + "-recorded",
            twin.getAttribute("id"),
            flow.getAttribute("targetRef"));
      }
    }
  }

  private void change(String id) {
    var element = diagram.element(id).orElseThrow();
    var scope = (Element) element.getParentNode();
    var change = job(id + AgainChanges.CHANGE);
    for (var flow : Diagram.children(scope, BPMN, "sequenceFlow")) {
      if (flow.getAttribute("targetRef").equals(id)) {
        flow.setAttribute("targetRef", change.getAttribute("id"));
      }
    }
    Diagram.children(element, BPMN, "incoming").forEach(element::removeChild);
    scope.insertBefore(change, element);
    flow(scope, id + "-flow-change", change.getAttribute("id"), id);
  }

  private Element job(String id) {
    var task = node("serviceTask", id);
    var definition = zeebe("taskDefinition");
    definition.setAttribute("type", AgainChanges.JOB);
    child(task, BPMN, "extensionElements").appendChild(definition);
    return task;
  }

  private Element flow(Element scope, String id, String from, String to) {
    var flow = node("sequenceFlow", id);
    flow.setAttribute("sourceRef", from);
    flow.setAttribute("targetRef", to);
    // why before artifacts: the schema wants them last
    var artifact =
        Diagram.children(scope, BPMN, "*").stream()
            .filter(e -> e.getLocalName().matches("association|textAnnotation|group"))
            .findFirst();
    scope.insertBefore(flow, artifact.orElse(null));
    return flow;
  }

  private Element node(String name, String id) {
    var node = bpmn(name);
    node.setAttribute("id", id);
    return node;
  }

  private Element child(Element parent, String namespace, String name) {
    var found = Diagram.children(parent, namespace, name);
    if (!found.isEmpty()) {
      return found.getFirst();
    }
    var made = namespace.equals(ZEEBE) ? zeebe(name) : bpmn(name);
    parent.insertBefore(made, namespace.equals(ZEEBE) ? null : parent.getFirstChild());
    return made;
  }

  private Element bpmn(String name) {
    var root = diagram.document().getDocumentElement();
    var prefix = root.getPrefix() == null ? "" : root.getPrefix() + ":";
    return diagram.document().createElementNS(BPMN, prefix + name);
  }

  private Element zeebe(String name) {
    return diagram.document().createElementNS(ZEEBE, "zeebe:" + name);
  }
}
