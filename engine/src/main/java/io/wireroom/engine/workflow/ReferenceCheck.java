package io.wireroom.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Connections and models that steps name and that are not there. Warnings, because both may be made
 * after the workflow is published; until then the step stops.
 */
final class ReferenceCheck {
  private static final String CONNECTION = "connection";
  private static final String MODEL = "model";
  private static final String OURS = "wireroom:";
  private static final String ASKS_A_MODEL = "wireroom:chat:";

  private final Predicate<String> connectionExists;
  private final Set<String> models;

  ReferenceCheck(Predicate<String> connectionExists, Set<String> models) {
    this.connectionExists = connectionExists;
    this.models = Set.copyOf(models);
  }

  List<Problem> problems(Diagram diagram) {
    var problems = new ArrayList<Problem>();
    for (var task : diagram.tasks().values()) {
      if (task.type().startsWith(OURS)) {
        connection(task).ifPresent(problems::add);
      }
      if (task.type().startsWith(ASKS_A_MODEL)) {
        model(task).ifPresent(problems::add);
      }
    }
    return problems;
  }

  private Optional<Problem> connection(Task task) {
    return task.fixed(CONNECTION)
        .map(String::strip)
        .filter(name -> !connectionExists.test(name))
        .map(
            name ->
                Problem.warning(
                        task.elementId(),
                        "There is no connection " + name + ", so this step will stop.",
                        "Create the connection, or choose another one.")
                    .about(CONNECTION));
  }

  private Optional<Problem> model(Task task) {
    return task.fixed(MODEL)
        .map(String::strip)
        .filter(name -> !models.contains(name))
        .map(
            name ->
                Problem.warning(
                        task.elementId(),
                        "There is no model " + name + ", so this step will stop.",
                        "Choose one of the models, or set it up first.")
                    .about(MODEL));
  }
}
