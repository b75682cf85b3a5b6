package io.wireroom.engine.monitor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.history.Attempt;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.Step;
import io.wireroom.engine.history.StepDetail;
import io.wireroom.engine.history.StepError;
import io.wireroom.engine.history.StepValues;
import io.wireroom.engine.history.Times;
import io.wireroom.engine.web.Json;

/** Runs and steps as the HTTP interface shows them; keys are strings. */
final class RunJson {
  private RunJson() {}

  static ObjectNode run(Run run) {
    var json = Json.MAPPER.createObjectNode();
    json.put("key", String.valueOf(run.key()));
    json.put("workflow", run.workflow());
    if (!run.name().equals(run.workflow())) {
      json.put("workflowName", run.name());
    }
    json.put("version", run.version());
    json.put("status", run.status().word());
    json.put("startedAt", Times.text(run.startedAt()));
    run.endedAt().ifPresent(at -> json.put("endedAt", Times.text(at)));
    json.put("trigger", run.trigger());
    run.businessKey().ifPresent(key -> json.put("businessKey", key));
    json.put("incidents", run.incidents());
    json.putNull("cost"); // why: nothing counts money yet, and 0 would be a claim
    return json;
  }

  static ObjectNode step(Step step) {
    var json = Json.MAPPER.createObjectNode();
    json.put("id", String.valueOf(step.key()));
    json.put("elementId", step.elementId());
    json.put("name", step.name());
    json.put("type", step.type());
    step.connector().ifPresent(connector -> json.put("connector", connector));
    step.parent().ifPresent(parent -> json.put("parentId", String.valueOf(parent)));
    json.put("status", step.status().word());
    json.put("startedAt", Times.text(step.startedAt()));
    step.endedAt().ifPresent(at -> json.put("endedAt", Times.text(at)));
    json.put("attempts", step.attempts());
    step.error().ifPresent(error -> json.set("error", error(error)));
    json.putNull("cost");
    return json;
  }

  static ObjectNode step(StepValues values) {
    var json = step(values.step());
    json.set("input", values.input());
    values
        .raw()
        .ifPresent(
            raw -> {
              if (json.get("error") instanceof ObjectNode error) {
                error.put("raw", raw);
              }
            });
    values.output().ifPresent(output -> json.set("output", output));
    return json;
  }

  static ObjectNode step(StepDetail detail) {
    var json = step(detail.values());
    if (!detail.attempts().isEmpty()) {
      var tries = json.putArray("tries");
      detail.attempts().forEach(attempt -> tries.add(attempt(attempt)));
      var last = detail.attempts().getLast();
      last.nextAt().ifPresent(at -> json.put("nextTryAt", Times.text(at)));
      last.retriesLeft().ifPresent(left -> json.put("retriesLeft", left));
    }
    detail
        .loop()
        .ifPresent(
            loop -> {
              var of = json.putObject("loop").put("index", loop.index());
              loop.of().ifPresent(count -> of.put("of", count));
            });
    detail.calledRun().ifPresent(key -> json.put("calledRunKey", String.valueOf(key)));
    return json;
  }

  private static ObjectNode attempt(Attempt attempt) {
    var json = Json.MAPPER.createObjectNode().put("number", attempt.number());
    json.put("startedAt", Times.text(attempt.startedAt()));
    attempt.endedAt().ifPresent(at -> json.put("endedAt", Times.text(at)));
    json.put("outcome", attempt.result().word());
    attempt.error().ifPresent(error -> json.put("error", error));
    return json;
  }

  private static ObjectNode error(StepError error) {
    var json = Json.MAPPER.createObjectNode();
    json.put("message", error.message());
    error.code().ifPresent(code -> json.put("code", code));
    error.incidentKey().ifPresent(key -> json.put("incidentKey", String.valueOf(key)));
    return json;
  }
}
