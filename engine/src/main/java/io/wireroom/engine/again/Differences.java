package io.wireroom.engine.again;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.history.StepValues;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two runs side by side: values, time and money, step by step. Blocks. */
final class Differences {
  private final RunQueries runs;
  private final AgainStore store;

  Differences(RunQueries runs, AgainStore store) {
    this.runs = runs;
    this.store = store;
  }

  ObjectNode between(long left, long right) {
    var one = side(left);
    var other = side(right);
    var json = Json.MAPPER.createObjectNode();
    json.set("left", one.json());
    json.set("right", other.json());
    ValueDifference.add(json.putArray("result"), "", runs.variables(left), runs.variables(right));
    var steps = json.putArray("steps");
    var places = new LinkedHashMap<String, Boolean>();
    one.steps().keySet().forEach(place -> places.put(place, true));
    other.steps().keySet().forEach(place -> places.put(place, true));
    places.keySet().forEach(place -> steps.add(step(one, other, place)));
    return json;
  }

  /** Whether two runs that are over came to the same end with the same values. */
  boolean same(long left, long right) {
    var one = run(left);
    var other = run(right);
    return one.status() == other.status() && runs.variables(left).equals(runs.variables(right));
  }

  private Side side(long key) {
    var run = run(key);
    var past = new PastRun(runs.stepsWithValues(key));
    var steps = new LinkedHashMap<String, StepValues>();
    past.steps().stream()
        .filter(values -> PastRun.leaf(values.step()) || asked(past, values))
        .filter(values -> !Ours.is(values.step().elementId()))
        .forEach(values -> steps.put(past.place(values.step()), values));
    return new Side(run, past, steps, store.answered(key));
  }

  /** A step that a copy wrapped to ask for its record. */
  private static boolean asked(PastRun past, StepValues values) {
    return past.steps().stream()
        .anyMatch(
            inner ->
                inner.step().parent().equals(Optional.of(values.step().key()))
                    && Ours.is(inner.step().elementId()));
  }

  private Run run(long key) {
    return runs.run(key).orElseThrow(() -> new HttpProblem(404, "There is no run " + key + "."));
  }

  private static ObjectNode step(Side one, Side other, String place) {
    var left = Optional.ofNullable(one.steps().get(place));
    var right = Optional.ofNullable(other.steps().get(place));
    var any = left.or(() -> right).orElseThrow().step();
    var json = Json.MAPPER.createObjectNode();
    json.put("elementId", any.elementId()).put("name", any.name()).put("place", place);
    (left.isPresent() ? one : other)
        .past()
        .item(any)
        .ifPresent(index -> json.putObject("loop").put("index", index));
    left.ifPresent(values -> json.set("left", one.step(place, values)));
    right.ifPresent(values -> json.set("right", other.step(place, values)));
    var changes = json.putArray("changes");
    if (left.isEmpty() || right.isEmpty()) {
      return json.put("state", left.isPresent() ? "onlyLeft" : "onlyRight");
    }
    ValueDifference.add(changes, "input", left.get().input(), right.get().input());
    ValueDifference.add(changes, "output", one.output(left.get()), other.output(right.get()));
    if (left.get().step().status() != right.get().step().status()) {
      changes
          .addObject()
          .put("path", "status")
          .put("left", left.get().step().status().word())
          .put("right", right.get().step().status().word());
    }
    return json.put("state", changes.isEmpty() ? "same" : "changed");
  }

  /** One of the two runs. */
  private record Side(Run run, PastRun past, Map<String, StepValues> steps, Set<String> recorded) {
    ObjectNode json() {
      var json = Json.MAPPER.createObjectNode();
      json.put("key", String.valueOf(run.key())).put("version", run.version());
      json.put("workflow", run.workflow()).put("status", run.status().word());
      json.put("startedAt", run.startedAt().toString());
      run.endedAt()
          .ifPresent(
              end -> json.put("durationMs", Duration.between(run.startedAt(), end).toMillis()));
      var cost = steps.values().stream().flatMap(s -> cost(s).stream()).reduce(BigDecimal::add);
      cost.ifPresentOrElse(sum -> json.put("cost", sum), () -> json.putNull("cost"));
      return json;
    }

    ObjectNode step(String place, StepValues values) {
      var step = values.step();
      var json = Json.MAPPER.createObjectNode();
      json.put("id", String.valueOf(step.key())).put("status", step.status().word());
      step.endedAt()
          .ifPresent(
              end -> json.put("durationMs", Duration.between(step.startedAt(), end).toMillis()));
      cost(values).ifPresentOrElse(sum -> json.put("cost", sum), () -> json.putNull("cost"));
      json.set("output", output(values));
      if (recorded.contains(place)) {
        json.put("recorded", true);
      }
      return json;
    }

    /** Of a step that a copy wrapped: what was taken, or what the real step was given. */
    ObjectNode output(StepValues values) {
      return values
          .output()
          .or(
              () ->
                  past.steps().stream()
                      .filter(
                          inner -> inner.step().parent().equals(Optional.of(values.step().key())))
                      .filter(inner -> !Ours.asks(inner.step().elementId()))
                      .flatMap(inner -> inner.output().stream())
                      .findFirst())
          .orElseGet(Json.MAPPER::createObjectNode);
    }

    /** What models say that their answers cost, in dollars. */
    private static Optional<BigDecimal> cost(StepValues values) {
      return values.output().stream()
          .flatMap(output -> output.findValues("cost").stream())
          .filter(JsonNode::isNumber)
          .map(JsonNode::decimalValue)
          .reduce(BigDecimal::add);
    }
  }
}
