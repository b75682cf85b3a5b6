package io.wireroom.engine.repair;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.history.IncidentView;
import io.wireroom.engine.history.Times;
import io.wireroom.engine.history.VisibleValues;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.workflow.Deployments;
import io.wireroom.engine.workflow.DrawnElement;
import java.util.HashSet;
import java.util.Optional;

/** An incident as people see it: in plain words, with the values that matter. Blocks. */
record IncidentJson(VisibleValues values, Deployments deployments) {
  ObjectNode of(IncidentView incident) {
    var drawn = drawn(incident);
    var visible = values.all(incident.stepKey(), incident.runKey());
    var failing = Failing.of(incident, drawn, visible);
    var advice = Advice.of(incident, failing);
    var json = Json.MAPPER.createObjectNode();
    json.put("key", String.valueOf(incident.key()));
    json.put("runKey", String.valueOf(incident.runKey()));
    json.put("workflow", incident.workflow());
    json.put("workflowName", incident.workflowName());
    json.put("version", incident.version());
    json.put("stepId", String.valueOf(incident.stepKey()));
    json.put("elementId", incident.elementId());
    json.put("name", incident.name());
    incident.connector().ifPresent(connector -> json.put("connector", connector));
    json.put("type", incident.type());
    incident.code().ifPresent(code -> json.put("code", code));
    json.put("cause", advice.cause());
    json.put("fix", advice.fix());
    json.put("raw", incident.said());
    json.put("createdAt", Times.text(incident.createdAt()));
    incident.resolvedAt().ifPresent(at -> json.put("resolvedAt", Times.text(at)));
    json.put("retriesLeft", incident.retriesLeft());
    json.set("values", used(incident, drawn, visible, failing));
    failing.ifPresent(
        f -> {
          var shown = json.putObject("failing").put("name", f.name());
          f.expression().ifPresent(expression -> shown.put("expression", expression));
          shown.set("value", f.value());
        });
    return json;
  }

  private Optional<DrawnElement> drawn(IncidentView incident) {
    return deployments
        .drawn(incident.definitionKey())
        .flatMap(
            diagram -> Optional.ofNullable(DrawnElement.of(diagram).get(incident.elementId())));
  }

  /** The step's own values, and those of the run that its expressions name. */
  private ObjectNode used(
      IncidentView incident,
      Optional<DrawnElement> drawn,
      ObjectNode visible,
      Optional<Failing> failing) {
    var used = values.own(incident.stepKey());
    var names = new HashSet<String>();
    drawn.ifPresent(d -> d.expressions().values().forEach(e -> names.addAll(Failing.names(e))));
    failing.ifPresent(f -> names.add(f.name()));
    names.stream()
        .filter(name -> visible.has(name) && !used.has(name))
        .sorted()
        .forEach(name -> used.set(name, visible.get(name)));
    return used;
  }
}
