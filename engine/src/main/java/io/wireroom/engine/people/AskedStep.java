package io.wireroom.engine.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.Step;
import io.wireroom.engine.trigger.form.schema.FormSchema;
import io.wireroom.engine.web.Json;
import java.util.Locale;
import java.util.Optional;

/**
 * A step for a person, with what it asks.
 *
 * @param form empty when the step has none that we know
 * @param values what the step sees
 * @param completedBy who did it here
 */
record AskedStep(
    Step step,
    Run run,
    Optional<FormSchema> form,
    ObjectNode values,
    State state,
    Optional<String> completedBy) {
  /** Whether somebody is still asked. */
  enum State {
    OPEN,
    COMPLETED,
    GONE
  }

  ObjectNode json() {
    var json = Json.MAPPER.createObjectNode();
    json.put("stepId", String.valueOf(step.key()));
    json.put("runKey", String.valueOf(run.key()));
    json.put("workflow", run.workflow());
    json.put("workflowName", run.name());
    json.put("name", step.name());
    json.put("elementId", step.elementId());
    form.ifPresentOrElse(schema -> json.set("form", schema.json()), () -> json.putNull("form"));
    json.set("values", values);
    json.put("status", state.name().toLowerCase(Locale.ROOT));
    completedBy.ifPresent(by -> json.put("completedBy", by));
    return json;
  }
}
