package io.wireroom.engine.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.wireroom.engine.access.Caller;
import io.wireroom.engine.history.OpenSteps;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.process.RunChanges;
import io.wireroom.engine.process.RunChanges.Activation;
import io.wireroom.engine.process.RunChanges.Modification;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.workflow.Deployments;
import io.wireroom.engine.workflow.DrawnElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ends and begins steps of a run. Blocks; for virtual threads. */
final class Modifying {
  private static final Set<String> CANNOT_BEGIN =
      Set.of("sequenceFlow", "boundaryEvent", "startEvent", "eventSubProcess");

  private final OpenSteps steps;
  private final Deployments deployments;
  private final RunChanges changes;
  private final Deeds deeds;

  Modifying(OpenSteps steps, Deployments deployments, RunChanges changes, Deeds deeds) {
    this.steps = steps;
    this.deployments = deployments;
    this.changes = changes;
    this.deeds = deeds;
  }

  void modify(Run run, Asked asked, Caller caller) {
    var terminate = asked.keys("terminate");
    var activate = asked.list("activate").stream().map(Modifying::activation).toList();
    var variables = asked.variables("variables");
    if (terminate.isEmpty() && activate.isEmpty()) {
      throw new HttpProblem(422, "Name steps to end (terminate) or to begin (activate).");
    }
    checkSteps(run, terminate, activate);
    if (!activate.isEmpty()) {
      checkElements(run, activate);
    }
    if (activate.isEmpty() && !variables.isEmpty()) {
      Refusals.unless(Future.await(changes.setVariables(run.key(), variables)));
    }
    var modification = new Modification(run.key(), terminate, activate, variables);
    Refusals.unless(Future.await(changes.modify(modification)));
    deeds.keep(caller, "modify run", run.key(), detail(modification));
  }

  private static Activation activation(JsonNode node) {
    var id = node.path("elementId").asText("");
    if (!(node instanceof ObjectNode) || id.isBlank()) {
      throw Asked.wrong("activate", "Each step to begin needs its elementId.");
    }
    return new Activation(
        id,
        Optional.of(node.path("inStep"))
            .filter(step -> !step.isMissingNode() && !step.isNull())
            .map(step -> Asked.key(step, "inStep")));
  }

  /** why: a key of another run must change nothing there. */
  private void checkSteps(Run run, List<Long> terminate, List<Activation> activate) {
    var wanted = new ArrayList<>(terminate);
    activate.forEach(activation -> activation.inStep().ifPresent(wanted::add));
    for (var key : wanted) {
      var step = steps.find(key).filter(s -> s.runKey() == run.key());
      if (step.isEmpty()) {
        throw Asked.wrong("terminate", "The run has no step " + key + ".");
      }
      if (step.get().endedAt().isPresent()) {
        throw HttpProblem.runAgain(
            "The step '" + step.get().name() + "' ended meanwhile.", List.of());
      }
    }
  }

  private void checkElements(Run run, List<Activation> activate) {
    var drawn =
        deployments
            .drawn(run.definitionKey())
            .map(DrawnElement::of)
            .orElseThrow(
                () ->
                    HttpProblem.runAgain(
                        "The run goes by a diagram that Wireroom did not publish.", List.of()));
    for (var activation : activate) {
      var element = drawn.get(activation.elementId());
      if (element == null) {
        throw Asked.wrong(
            "activate", "The run's diagram has no step " + activation.elementId() + ".");
      }
      refuseWhatCannotBegin(element, drawn);
    }
  }

  private static void refuseWhatCannotBegin(DrawnElement element, Map<String, DrawnElement> drawn) {
    if (CANNOT_BEGIN.contains(element.kind().replaceFirst("\\..*", ""))) {
      throw HttpProblem.runAgain(
          "'"
              + element.name()
              + "' is no step that can be begun by itself. Begin the step after it.",
          List.of());
    }
    for (var around = element.inside(); around.isPresent(); ) {
      var outer = drawn.get(around.get());
      if (outer == null) {
        break;
      }
      if (outer.forEach()) {
        throw HttpProblem.runAgain(
            "'"
                + element.name()
                + "' is inside '"
                + outer.name()
                + "', which is done for each item of a list; a step cannot be begun in there."
                + " Begin '"
                + outer.name()
                + "' as a whole, or run again from the step.",
            List.of());
      }
      around = outer.inside();
    }
  }

  private static String detail(Modification m) {
    return "ended "
        + m.terminate()
        + ", began "
        + m.activate().stream().map(Activation::elementId).toList()
        + (m.variables().isEmpty() ? "" : ", " + Deeds.names(m.variables()));
  }
}
