package io.wireroom.engine.again;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.history.Step;
import io.wireroom.engine.history.StepValues;
import io.wireroom.engine.workflow.AgainChanges;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells of a run that was run again what it was made from. Blocks. */
public final class Origins {
  private final AgainStore store;
  private final RunQueries runs;

  public Origins(AgainStore store, RunQueries runs) {
    this.store = store;
    this.runs = runs;
  }

  /**
   * What a run was made from.
   *
   * @param stepKey of the earlier run, at which this one did its work again; empty for the start
   */
  public record Origin(long runKey, Optional<Long> stepKey) {}

  /** Empty for a run that no other one was made from. */
  public Optional<Origin> of(long runKey) {
    return store.ofRun(runKey).map(plan -> new Origin(plan.againOf(), plan.from()));
  }

  /** The keys of the run's steps that were answered from the record. */
  public Set<Long> recorded(long runKey) {
    var places = store.answered(runKey);
    if (places.isEmpty()) {
      return Set.of();
    }
    var past = new PastRun(runs.stepsWithValues(runKey));
    return past.steps().stream()
        .map(StepValues::step)
        .filter(step -> places.contains(past.place(step)))
        .map(Step::key)
        .collect(Collectors.toSet());
  }

  /** Whether a step of a run that was run again is in no drawing, and so of no interest. */
  public static boolean isOurs(Step step) {
    // why not those: people may have to do them
    return Ours.is(step.elementId()) && !step.elementId().endsWith(AgainChanges.REAL);
  }

  /** What these steps took from the record, by the step that they took it for. */
  public static Map<Long, ObjectNode> taken(List<StepValues> steps) {
    var taken = new HashMap<Long, ObjectNode>();
    for (var values : steps) {
      if (values.step().elementId().endsWith(AgainChanges.TAKE)) {
        values
            .step()
            .parent()
            .ifPresent(of -> values.output().ifPresent(output -> taken.put(of, output)));
      }
    }
    return taken;
  }
}
