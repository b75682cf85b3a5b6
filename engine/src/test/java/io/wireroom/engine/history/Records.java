package io.wireroom.engine.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes a record stream by hand, shaped as the broker's; positions count up by themselves. */
public final class Records {
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  private final String workflow;
  private final long run;
  private long position;
  private final List<BrokerRecord> records = new ArrayList<>();

  public Records(String workflow, long run, long firstPosition) {
    this.workflow = workflow;
    this.run = run;
    this.position = firstPosition;
  }

  public Records begin() {
    return element(run, "PROCESS", workflow, -1, "ELEMENT_ACTIVATING");
  }

  public Records end() {
    return element(run, "PROCESS", workflow, -1, "ELEMENT_COMPLETED");
  }

  public Records enter(long key, String type, String elementId) {
    return element(key, type, elementId, run, "ELEMENT_ACTIVATING");
  }

  public Records enter(long key, String type, String elementId, long scope) {
    return element(key, type, elementId, scope, "ELEMENT_ACTIVATING");
  }

  public Records complete(long key, String type, String elementId) {
    return element(key, type, elementId, run, "ELEMENT_COMPLETED");
  }

  public Records terminate(long key, String type, String elementId) {
    return element(key, type, elementId, run, "ELEMENT_TERMINATED");
  }

  private Records element(long key, String type, String elementId, long scope, String intent) {
    var value =
        value()
            .put("bpmnProcessId", workflow)
            .put("version", 3)
            .put("processDefinitionKey", 11)
            .put("elementId", elementId)
            .put("flowScopeKey", scope)
            .put("bpmnElementType", type)
            .put("bpmnEventType", "UNSPECIFIED")
            .put("parentProcessInstanceKey", -1);
    return record("PROCESS_INSTANCE", intent, key, value);
  }

  public Records job(long step, String intent, int retries, long backOff, ObjectNode more) {
    var value =
        value()
            .put("elementInstanceKey", step)
            .put("type", "wireroom:http:1")
            .put("retries", retries)
            .put("retryBackoff", backOff)
            .put("jobKind", "BPMN_ELEMENT");
    value.setAll(more);
    return record("JOB", intent, step + 1, value);
  }

  public Records job(long step, String intent) {
    return job(step, intent, 3, 0, JsonNodeFactory.instance.objectNode());
  }

  public Records incident(long key, long step, String message, String intent) {
    return record(
        "INCIDENT",
        intent,
        key,
        value()
            .put("elementInstanceKey", step)
            .put("jobKey", step + 1)
            .put("errorType", "JOB_NO_RETRIES")
            .put("errorMessage", message));
  }

  public Records variable(long scope, String name, String json) {
    return record(
        "VARIABLE",
        "CREATED",
        position + 1_000_000,
        value().put("scopeKey", scope).put("name", name).put("value", json));
  }

  public Records correlated(String eventId) {
    return record(
        "MESSAGE_START_EVENT_SUBSCRIPTION",
        "CORRELATED",
        99,
        value()
            .set("variables", JsonNodeFactory.instance.objectNode().put("wireroomEvent", eventId)));
  }

  public Records record(String type, String intent, long key, ObjectNode value) {
    position++;
    records.add(
        new BrokerRecord(1, position, key, START.plusMillis(position), type, intent, value));
    return this;
  }

  private ObjectNode value() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("processInstanceKey", run)
        .put("processDefinitionKey", 11);
  }

  public List<BrokerRecord> all() {
    return List.copyOf(records);
  }
}
