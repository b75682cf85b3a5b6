package io.wireroom.engine.again;

import io.wireroom.engine.history.Step;
import io.wireroom.engine.history.StepValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run's steps as a tree, each with its place: the path of elements, each with the number of the
 * loop's item, or with how often the element was entered before in its scope.
 */
final class PastRun {
  private static final String BODY = "multiInstanceBody";

  private final List<StepValues> steps;
  private final Map<Long, StepValues> byKey = new HashMap<>();
  private final Map<Long, String> places = new HashMap<>();

  /**
   * @param steps in the order in which they began
   */
  PastRun(List<StepValues> steps) {
    this.steps = steps;
    steps.forEach(values -> byKey.put(values.step().key(), values));
    var entered = new HashMap<String, Integer>();
    for (var values : steps) {
      var step = values.step();
      var scope = step.parent().map(key -> places.getOrDefault(key, "")).orElse("");
      var number =
          inBody(step)
              ? values.input().path("loopCounter").asInt()
              : entered.merge(scope + "/" + step.elementId(), 1, Integer::sum);
      places.put(step.key(), scope + "/" + step.elementId() + "." + number);
    }
  }

  private boolean inBody(Step step) {
    return parent(step).filter(body -> body.type().equals(BODY)).isPresent();
  }

  List<StepValues> steps() {
    return steps;
  }

  Optional<StepValues> step(long key) {
    return Optional.ofNullable(byKey.get(key));
  }

  Optional<Step> parent(Step step) {
    return step.parent().flatMap(this::step).map(StepValues::step);
  }

  String place(Step step) {
    return places.getOrDefault(step.key(), "");
  }

  /** The number of the innermost loop's item that the step belongs to. */
  Optional<Integer> item(Step step) {
    for (Optional<Step> at = Optional.of(step); at.isPresent(); at = at.flatMap(this::parent)) {
      if (inBody(at.get())) {
        return Optional.of(step(at.get().key()).orElseThrow().input().path("loopCounter").asInt());
      }
    }
    return Optional.empty();
  }

  /** The step itself and what is around it, from the outside in. */
  List<Step> around(Step step) {
    var chain = new ArrayList<Step>();
    for (Optional<Step> at = Optional.of(step); at.isPresent(); at = at.flatMap(this::parent)) {
      chain.addFirst(at.get());
    }
    return chain;
  }

  static boolean isBody(Step step) {
    return step.type().equals(BODY);
  }

  /** Does something itself, and is no scope of other steps. */
  static boolean leaf(Step step) {
    return switch (step.type()) {
      case "subProcess", "eventSubProcess", "multiInstanceBody", "adHocSubProcess" -> false;
      default -> true;
    };
  }
}
