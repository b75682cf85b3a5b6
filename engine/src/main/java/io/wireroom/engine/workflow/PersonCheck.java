package io.wireroom.engine.workflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wireroom.engine.trigger.form.schema.FormSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is wrong with the forms of steps for people. */
final class PersonCheck {
  private PersonCheck() {}

  static void problems(Diagram diagram, List<Problem> problems) {
    for (var step : PersonStep.of(diagram)) {
      if (step.formId().isPresent() && step.form().isEmpty()) {
        problems.add(
            Problem.warning(
                step.elementId(),
                "The form '" + step.formId().get() + "' is not in this diagram.",
                "Put the form into the diagram, or deploy it beside it."));
      }
      schema(step)
          .map(FormSchema::faults)
          .orElse(List.of())
          .forEach(
              fault ->
                  problems.add(
                      Problem.at(step.elementId(), fault, "Change the form of the step.")));
    }
  }

  /** The expressions that hide fields, by element id. */
  static List<Map.Entry<String, String>> expressions(Diagram diagram) {
    return PersonStep.of(diagram).stream()
        .flatMap(
            step ->
                schema(step).stream()
                    .flatMap(schema -> schema.expressions().stream())
                    .map(expression -> Map.entry(step.elementId(), expression)))
        .toList();
  }

  private static Optional<FormSchema> schema(PersonStep step) {
    return step.form().map(text -> FormSchema.ofStep(text, JsonNodeFactory.instance.objectNode()));
  }
}
