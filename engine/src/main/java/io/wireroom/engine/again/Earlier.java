package io.wireroom.engine.again;

import io.wireroom.engine.history.Status;
import io.wireroom.engine.history.Step;
import io.wireroom.engine.history.StepValues;
import io.wireroom.engine.workflow.Diagram;
import io.wireroom.engine.workflow.FlowOrder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which steps of a run are answered from the record when it runs again from a chosen one: those
 * that began before it, and those beside it in other items of a loop or on other branches.
 */
final class Earlier {
  private final PastRun run;
  private final Step chosen;
  private final Diagram diagram;
  private final Set<String> after;

  Earlier(PastRun run, Step chosen, Diagram diagram) {
    this.run = run;
    this.chosen = chosen;
    this.diagram = diagram;
    this.after = FlowOrder.of(diagram).after(chosen.elementId());
  }

  /** Those that ended by themselves, in their order. */
  List<StepValues> steps() {
    return run.steps().stream()
        .filter(values -> PastRun.leaf(values.step()))
        .filter(values -> values.step().endedAt().isPresent())
        .filter(values -> values.step().status() != Status.FAILED)
        .filter(values -> isEarlier(values.step()))
        .collect(Collectors.toList());
  }

  private boolean isEarlier(Step step) {
    if (step.key() == chosen.key()) {
      return false;
    }
    var mine = run.around(chosen);
    var theirs = run.around(step);
    for (int i = 0; i + 1 < Math.min(mine.size(), theirs.size()); i++) {
      if (mine.get(i).key() != theirs.get(i).key()) {
        break;
      }
      if (PastRun.isBody(mine.get(i)) && mine.get(i + 1).key() != theirs.get(i + 1).key()) {
        return !diagram.oneAfterAnother(mine.get(i).elementId())
            || theirs.get(i + 1).key() < mine.get(i + 1).key();
      }
    }
    return step.key() < chosen.key() || !after.contains(step.elementId());
  }
}
