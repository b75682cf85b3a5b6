package io.wireroom.engine.again;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.Outcome;
import io.wireroom.engine.effect.EffectLedger;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.history.Status;
import io.wireroom.engine.history.StepValues;
import io.wireroom.engine.worker.Past;
import io.wireroom.engine.workflow.AgainChanges;
import java.util.Optional;

/**
 * What is recorded of a step of an earlier run: the ledger's response, else the history's values.
 */
final class Records {
  private final EffectLedger ledger;
  private final RunQueries runs;

  Records(EffectLedger ledger, RunQueries runs) {
    this.ledger = ledger;
    this.runs = runs;
  }

  /** Empty when the earlier step is gone. */
  Optional<Past> of(long stepKey) {
    return runs.past().stepWithValues(stepKey).map(this::past);
  }

  private Past past(StepValues values) {
    var step = values.step();
    if (step.status() == Status.HANDLED) {
      var error = step.error();
      return new Past.Failed(
          error.flatMap(e -> e.code()).orElse(""), error.map(e -> e.message()).orElse(""));
    }
    if (step.status() == Status.CANCELLED) {
      return runs.past()
          .interruptionOf(step)
          .<Past>map(boundary -> new Past.Failed(AgainChanges.code(boundary), "interrupted"))
          .orElseGet(() -> new Past.Completed(nothing()));
    }
    if (step.type().equals("callActivity")) {
      return new Past.Completed(
          runs.past().calledBy(step.key()).map(runs::variables).orElseGet(Records::nothing));
    }
    return ledger
        .outcomeOf(step.key())
        .filter(Outcome.Done.class::isInstance)
        .<Past>map(Past.Given::new)
        .orElseGet(() -> new Past.Completed(values.output().orElseGet(Records::nothing)));
  }

  private static ObjectNode nothing() {
    return JsonNodeFactory.instance.objectNode();
  }
}
