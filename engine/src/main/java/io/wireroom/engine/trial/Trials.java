package io.wireroom.engine.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.Connector;
import io.wireroom.connector.ConnectorInfo;
import io.wireroom.connector.Effect;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.connector.Connectors;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.worker.StepTrial;
import io.wireroom.engine.worker.StepTrial.Prepared;
import io.wireroom.engine.workflow.Diagram;
import io.wireroom.engine.workflow.Drawings;
import io.wireroom.engine.workflow.Task;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Tries a step of the caller's drawing, and asks before it changes something outside. Blocks. */
public final class Trials {
  private final Drawings drawings;
  private final Connectors connectors;
  private final StepTrial trial;
  private final Audit audit;

  public Trials(Drawings drawings, Connectors connectors, StepTrial trial, Audit audit) {
    this.drawings = drawings;
    this.connectors = connectors;
    this.trial = trial;
    this.audit = audit;
  }

  /**
   * One try.
   *
   * @param who owns the draft, and stands in the audit
   * @param variables what a run would have at the step
   * @param confirmed what the person said yes to, as the question named it
   */
  record Asked(
      String who,
      String workflow,
      String element,
      ObjectNode variables,
      Optional<String> confirmed) {}

  /** {@code gone} tells whether the caller does not wait any more; then nothing is sent. */
  ObjectNode answer(Asked asked, BooleanSupplier gone) {
    var task = task(asked);
    var connector = connector(asked, task);
    return switch (trial.prepare(asked.workflow(), task, connector, asked.variables())) {
      case Prepared.Unmapped unmapped -> TrialJson.of(unmapped);
      case Prepared.Unfit unfit -> TrialJson.of(unfit);
      case Prepared.Ready ready -> called(asked, task, connector, ready, gone);
    };
  }

  private ObjectNode called(
      Asked asked, Task task, Connector<?> connector, Prepared.Ready ready, BooleanSupplier gone) {
    var effect = ready.effect();
    var reads = effect.kind() == Effect.Kind.READS;
    var said = TrialJson.word(effect);
    if (!reads && asked.confirmed().filter(said::equals).isEmpty()) {
      return TrialJson.asks(ready);
    }
    if (gone.getAsBoolean()) {
      throw new HttpProblem(409, "You left before anything was sent.");
    }
    // why before: what was sent is written down, whatever happens then
    audit.keep(
        asked.who(),
        "try step",
        asked.workflow(),
        asked.element() + ", " + task.type() + (reads ? "" : ", " + said));
    var costs = connector.info().kind() == ConnectorInfo.Kind.MODEL;
    return TrialJson.of(trial.call(ready), costs);
  }

  private Task task(Asked asked) {
    var drawing = drawing(asked);
    var task = drawing.tasks().get(asked.element());
    if (task != null) {
      return task;
    }
    throw drawing.kind(asked.element()).isEmpty()
        ? new HttpProblem(
            404, "The drawing of " + asked.workflow() + " has no step " + asked.element() + ".")
        : notOurs(asked);
  }

  private Diagram drawing(Asked asked) {
    try {
      return Diagram.parse(drawings.of(asked.workflow(), asked.who()));
    } catch (Diagram.NotADiagram e) {
      throw new HttpProblem(422, "The drawing cannot be read: " + e.problem().message());
    }
  }

  private Connector<?> connector(Asked asked, Task task) {
    return connectors.find(task.type()).orElseThrow(() -> notOurs(asked));
  }

  private static HttpProblem notOurs(Asked asked) {
    return new HttpProblem(
        422, asked.element() + " is no step of a connector, so it cannot be tried by itself.");
  }
}
