package io.wireroom.engine.workflow;

import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.history.WorkflowKeeping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.w3c.dom.Element;

/** What Wireroom itself finds wrong with a diagram, before the broker is asked. Blocks briefly. */
public final class DiagramCheck {
  private static final String OURS = "wireroom:";

  private final Map<String, Set<String>> requiredInputs;
  private final Feel feel;
  private final WebhookCheck webhooks;
  private final ReferenceCheck references;

  /**
   * @param requiredInputs the connectors that exist, by type, with the inputs they need
   * @param connectionExists whether there is a stored credential of that name
   * @param models the aliases that a step can ask
   */
  public DiagramCheck(
      Map<String, Set<String>> requiredInputs,
      Feel feel,
      Predicate<String> connectionExists,
      Set<String> models) {
    this.requiredInputs = Map.copyOf(requiredInputs);
    this.feel = feel;
    this.webhooks = new WebhookCheck(feel, connectionExists);
    this.references = new ReferenceCheck(connectionExists, models);
  }

  /** The problems of the diagram; empty when it is fine as far as we can tell. */
  public List<Problem> problems(String xml) {
    try {
      var problems = problems(Diagram.parse(xml));
      WorkflowKeeping.faults(xml)
          .forEach(
              fault -> problems.add(Problem.whole(fault, "Change it in the workflow's details.")));
      return problems;
    } catch (Diagram.NotADiagram e) {
      return List.of(e.problem());
    }
  }

  private List<Problem> problems(Diagram diagram) {
    var problems = new ArrayList<Problem>();
    checkIds(diagram, problems);
    checkStarts(diagram, problems);
    problems.addAll(StartCheck.problems(diagram));
    StartCheck.expressions(diagram).forEach(e -> checkFeel(e.getKey(), e.getValue(), problems));
    diagram.tasks().values().forEach(task -> checkTask(task, problems));
    problems.addAll(references.problems(diagram));
    checkExpressions(diagram, problems);
    problems.addAll(FlowCheck.problems(diagram));
    PersonCheck.problems(diagram, problems);
    PersonCheck.expressions(diagram).forEach(e -> checkFeel(e.getKey(), e.getValue(), problems));
    return problems;
  }

  private static void checkIds(Diagram diagram, List<Problem> problems) {
    var seen = new HashSet<String>();
    for (var element : diagram.flowElements()) {
      var id = element.getAttribute("id");
      if (!seen.add(id)) {
        problems.add(
            Problem.at(id, "Two elements have the id " + id + ".", "Give one another id."));
      }
    }
  }

  private void checkStarts(Diagram diagram, List<Problem> problems) {
    if (diagram.starts().isEmpty()) {
      problems.add(
          Problem.whole("Nothing starts this workflow.", "Add a start, such as a webhook.")
              .about("start"));
    }
    problems.addAll(webhooks.problems(diagram));
  }

  private void checkTask(Task task, List<Problem> problems) {
    if (!task.type().startsWith(OURS)) {
      return;
    }
    var required = requiredInputs.get(task.type());
    if (required == null) {
      problems.add(
          Problem.at(
              task.elementId(),
              "There is no connector " + task.type() + ".",
              "Choose one of "
                  + String.join(", ", requiredInputs.keySet().stream().sorted().toList())));
      return;
    }
    for (var input : required) {
      if (task.inputs().getOrDefault(input, "").isBlank()) {
        problems.add(
            Problem.at(task.elementId(), "'" + input + "' is required.", "Fill it in.")
                .about("input", input));
      }
    }
    for (var header : List.of("resultExpression", "errorExpression")) {
      checkFeel(task.elementId(), task.headers().getOrDefault(header, ""), problems);
    }
  }

  private void checkExpressions(Diagram diagram, List<Problem> problems) {
    for (var input : diagram.inputs()) {
      var source = input.getAttribute("source");
      if (source.startsWith("=")) {
        checkFeel(owner(input), source, problems);
      }
    }
  }

  private static String owner(Element inside) {
    var element = inside;
    while (!element.hasAttribute("id") && element.getParentNode() instanceof Element parent) {
      element = parent;
    }
    return element.getAttribute("id");
  }

  private void checkFeel(String elementId, String expression, List<Problem> problems) {
    if (expression.isBlank()) {
      return;
    }
    feel.problem(expression)
        .ifPresent(failed -> problems.add(Problem.of(elementId, expression, failed)));
  }
}
