package io.wireroom.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** Finds arrows that lead nowhere, and steps at which a run would wait for ever. */
final class FlowCheck {
  private static final String OURS = "wireroom:";
  private static final String RESPOND = "wireroom:respond:";

  private FlowCheck() {}

  static List<Problem> problems(Diagram diagram) {
    var problems = new ArrayList<Problem>();
    checkArrows(diagram, problems);
    checkAnswers(diagram, problems);
    checkJobs(diagram, problems);
    return problems;
  }

  private static void checkArrows(Diagram diagram, List<Problem> problems) {
    var elements =
        diagram.flowElements().stream().map(e -> e.getAttribute("id")).collect(Collectors.toSet());
    for (var arrow : named(diagram, "sequenceFlow"::equals)) {
      checkEnd(arrow, "sourceRef", "begins at", elements, problems);
      checkEnd(arrow, "targetRef", "leads to", elements, problems);
    }
    for (var event : named(diagram, "boundaryEvent"::equals)) {
      checkEnd(event, "attachedToRef", "is attached to", elements, problems);
    }
  }

  private static void checkEnd(
      Element element, String end, String does, Set<String> elements, List<Problem> problems) {
    var other = element.getAttribute(end);
    if (!elements.contains(other)) {
      var what = element.getLocalName().equals("sequenceFlow") ? "This arrow " : "This event ";
      problems.add(
          Problem.at(
              element.getAttribute("id"),
              what + does + (other.isEmpty() ? " nothing." : " " + other + ", which is not there."),
              "Connect it with a step, or remove it."));
    }
  }

  private static void checkAnswers(Diagram diagram, List<Problem> problems) {
    var responds = diagram.tasks().values().stream().anyMatch(t -> t.type().startsWith(RESPOND));
    for (var hook : diagram.webhooks()) {
      if (hook.response().equals("respond") && !responds) {
        problems.add(
            Problem.at(
                hook.elementId(),
                "Callers wait for a step that answers them, and there is none.",
                "Add the step \"Answer the caller\", or let the webhook answer otherwise."));
      }
    }
  }

  private static void checkJobs(Diagram diagram, List<Problem> problems) {
    for (var task : diagram.tasks().values()) {
      var type = task.type();
      if (!type.isBlank() && !type.startsWith(OURS) && !type.startsWith("=")) {
        problems.add(
            Problem.warning(
                task.elementId(),
                "Nothing in Wireroom does steps of the type '" + type + "'.",
                "Choose a connector, unless another program takes these steps from the broker."));
      }
    }
  }

  private static List<Element> named(Diagram diagram, Predicate<String> name) {
    return diagram.flowElements().stream().filter(e -> name.test(e.getLocalName())).toList();
  }
}
