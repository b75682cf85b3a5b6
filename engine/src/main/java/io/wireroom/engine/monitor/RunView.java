package io.wireroom.engine.monitor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.again.Origins;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.history.StepDetail;
import io.wireroom.engine.history.StepQueries;
import io.wireroom.engine.web.Json;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One run as people see it: its values, steps, calls, and what it waits for. Blocks. */
public final class RunView {
  private static final int STEPS_AT_ONCE = 1_000;

  private final RunQueries runs;
  private final StepQueries steps;
  private final Origins origins;
  private final Predicate<String> served;
  private final Clock clock;
  private final ZoneId zone;

  /**
   * @param served whether a worker of ours takes jobs of a type
   * @param zone in which times are said in words
   */
  public RunView(
      RunQueries runs,
      StepQueries steps,
      Origins origins,
      Predicate<String> served,
      Clock clock,
      ZoneId zone) {
    this.runs = runs;
    this.steps = steps;
    this.origins = origins;
    this.served = served;
    this.clock = clock;
    this.zone = zone;
  }

  ObjectNode whole(Run run, boolean brokerIsThere) {
    var json = RunJson.run(run);
    run.eventId().ifPresent(event -> json.put("eventId", event));
    json.set("variables", runs.variables(run.key()));
    run.parent()
        .ifPresent(
            parent ->
                json.putObject("calledBy")
                    .put("runKey", String.valueOf(parent.runKey()))
                    .put("stepId", String.valueOf(parent.stepKey())));
    origins.of(run.key()).ifPresent(origin -> json.set("againOf", origin(origin)));
    var calls = json.putArray("calls");
    steps.calls(run.key()).forEach(call -> calls.add(call(call)));
    var waiting = json.putArray("waiting");
    waits(run, brokerIsThere).forEach(one -> waiting.add(one.json()));
    var page = steps.page(run.key(), 0, Optional.empty(), STEPS_AT_ONCE);
    items(json.putArray("steps"), run.key(), page);
    next(page).ifPresent(next -> json.put("stepsNext", next));
    return json;
  }

  private List<Waiting> waits(Run run, boolean brokerIsThere) {
    var words = new TimeWords(clock.instant(), zone);
    return run.endedAt().isPresent()
        ? List.of()
        : new Waits(brokerIsThere, served, words).of(steps.open(run.key()));
  }

  private static ObjectNode origin(Origins.Origin origin) {
    var json = Json.MAPPER.createObjectNode().put("runKey", String.valueOf(origin.runKey()));
    origin.stepKey().ifPresent(step -> json.put("stepId", String.valueOf(step)));
    return json;
  }

  private static ObjectNode call(Run run) {
    return Json.MAPPER
        .createObjectNode()
        .put("runKey", String.valueOf(run.key()))
        .put("stepId", run.parent().map(parent -> String.valueOf(parent.stepKey())).orElse(""))
        .put("workflow", run.workflow())
        .put("workflowName", run.name())
        .put("status", run.status().word());
  }

  ObjectNode steps(long runKey, long after, Optional<String> element) {
    var page = steps.page(runKey, after, element, STEPS_AT_ONCE);
    var json = Json.MAPPER.createObjectNode();
    items(json.putArray("items"), runKey, page);
    next(page).ifPresent(next -> json.put("next", next));
    return json;
  }

  private void items(ArrayNode items, long runKey, List<StepDetail> page) {
    if (origins.of(runKey).isEmpty()) {
      page.forEach(step -> items.add(RunJson.step(step)));
      return;
    }
    var recorded = origins.recorded(runKey);
    var taken = Origins.taken(page.stream().map(StepDetail::values).toList());
    for (var detail : page) {
      var step = detail.values().step();
      if (!Origins.isOurs(step)) {
        var json = RunJson.step(detail);
        Optional.ofNullable(taken.get(step.key())).ifPresent(output -> json.set("output", output));
        items.add(recorded.contains(step.key()) ? json.put("recorded", true) : json);
      }
    }
  }

  private static Optional<String> next(List<StepDetail> page) {
    return page.size() < STEPS_AT_ONCE
        ? Optional.empty()
        : Optional.of(String.valueOf(page.getLast().values().step().key()));
  }
}
