package io.wireroom.engine.again;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.engine.history.Step;
import io.wireroom.engine.history.StepValues;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.HttpProblem.Detail;
import io.wireroom.engine.workflow.AgainChanges;
import io.wireroom.engine.workflow.Diagram;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out how the copy's diagram must differ, and says what cannot be done. */
final class Changes {
  private static final Set<String> CHOOSABLE =
      Set.of(
          "serviceTask",
          "sendTask",
          "scriptTask",
          "businessRuleTask",
          "userTask",
          "receiveTask",
          "manualTask",
          "task",
          "callActivity",
          "subProcess",
          "multiInstanceBody",
          "intermediateCatchEvent",
          "intermediateThrowEvent",
          "exclusiveGateway",
          "inclusiveGateway");

  private final Diagram target;
  private final Set<String> connectors;

  /**
   * @param target the diagram that will run
   * @param connectors job types that our worker does
   */
  Changes(Diagram target, Set<String> connectors) {
    this.target = target;
    this.connectors = connectors;
  }

  /**
   * The changes for a run from its start, or from a chosen step.
   *
   * @param earlier steps that are answered from the record
   * @param interruptions boundary events that ended some of them
   */
  AgainChanges of(
      PastRun past,
      Optional<Step> chosen,
      List<StepValues> earlier,
      Set<String> interruptions,
      AgainRequest request) {
    inputs(request.inputs(), earlier);
    chosen.ifPresent(this::choosable);
    var waits = new HashSet<String>();
    for (var values : earlier) {
      var step = values.step();
      if (step.type().equals("eventBasedGateway")) {
        throw new HttpProblem(
            409,
            "The run passed the gateway \"%s\", where the first of several events decides, and which"
                    .formatted(step.name())
                + " one it was cannot be repeated from there on. Run it again from its start.");
      }
      if (waits(step) && target.kind(step.elementId()).isPresent()) {
        waits.add(step.elementId());
      }
    }
    var known = new HashSet<>(interruptions);
    known.removeIf(id -> !target.kind(id).equals(Optional.of("boundaryEvent")));
    var before = chosen.filter(step -> !request.variables().isEmpty()).map(Step::elementId);
    return new AgainChanges(start(past), waits, known, before, request.inputs());
  }

  private void choosable(Step step) {
    if (!CHOOSABLE.contains(step.type())) {
      throw new HttpProblem(
          422, "A run cannot begin again at \"%s\"; choose a task.".formatted(step.name()));
    }
    if (target.kind(step.elementId()).isEmpty()) {
      throw new HttpProblem(
          422,
          "That version has no step \"%s\" (%s), so it cannot begin there."
              .formatted(step.name(), step.elementId()));
    }
  }

  private boolean waits(Step step) {
    return switch (step.type()) {
      case "userTask", "receiveTask", "callActivity" -> true;
      case "intermediateCatchEvent" -> !target.isLink(step.elementId());
      case "serviceTask", "sendTask", "businessRuleTask", "scriptTask" ->
          step.connector().isPresent() && !connectors.contains(step.connector().get());
      default -> false;
    };
  }

  private void inputs(Map<String, Map<String, JsonNode>> inputs, List<StepValues> earlier) {
    var tasks = target.tasks();
    inputs.forEach(
        (element, values) -> {
          if (!tasks.containsKey(element)) {
            throw wrong(
                "change.inputs." + element, "There is no step " + element + " with inputs.");
          }
          if (earlier.stream().anyMatch(step -> step.step().elementId().equals(element))
              && !target.oneAfterAnother(element)) {
            throw wrong(
                "change.inputs." + element,
                "The step " + element + " is answered from its record; begin at it to change it.");
          }
        });
  }

  private static HttpProblem wrong(String path, String message) {
    return new HttpProblem(422, message, List.of(new Detail(path, message)));
  }

  /** The start that the run began at, when that diagram has it; else its none start. */
  private Optional<String> start(PastRun past) {
    var began =
        past.steps().stream()
            .map(StepValues::step)
            .filter(step -> step.type().equals("startEvent") && step.parent().isEmpty())
            .map(Step::elementId)
            .findFirst();
    return began
        .filter(id -> target.kind(id).equals(Optional.of("startEvent")))
        .or(() -> target.hasNoneStart() ? Optional.empty() : target.firstStart());
  }
}
