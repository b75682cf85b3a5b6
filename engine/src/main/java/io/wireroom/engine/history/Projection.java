package io.wireroom.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Optional;

/** Says what each record means for runs and steps. Records it does not know change nothing. */
final class Projection {
  static final String TRIGGER = "wireroomTrigger";
  static final String EVENT = "wireroomEvent";

  private final Batch batch;

  Projection(Batch batch) {
    this.batch = batch;
  }

  void apply(BrokerRecord r) {
    switch (r.type()) {
      case "PROCESS_INSTANCE" -> element(r);
      case "JOB" -> batch.step(r.number("elementInstanceKey")).ifPresent(step -> job(r, step));
      case "VARIABLE" -> variable(r);
      case "INCIDENT" -> incident(r);
      case "MESSAGE_START_EVENT_SUBSCRIPTION" -> correlated(r);
      case "PROCESS" -> definition(r);
      default -> {} // why: a newer exporter may send more than this engine knows
    }
  }

  private void element(BrokerRecord r) {
    var type = ElementType.of(r.text("bpmnElementType"));
    switch (r.intent()) {
      case "ELEMENT_ACTIVATING" -> {
        if (type.process()) {
          begin(r);
        } else {
          enter(r, type);
        }
      }
      case "ELEMENT_COMPLETED" -> leave(r, type, Status.COMPLETED);
      case "ELEMENT_TERMINATED" -> leave(r, type, Status.CANCELLED);
      case "ELEMENT_MIGRATED" -> migrate(r, type);
      default -> {}
    }
  }

  private void begin(BrokerRecord r) {
    var called = r.number("parentProcessInstanceKey") > 0;
    var run =
        new RunState(
            r.key(),
            r.at(),
            r.text("bpmnProcessId"),
            r.value().path("version").asInt(),
            r.number("processDefinitionKey"),
            batch.value(r.key(), TRIGGER).orElse(called ? "workflow" : "api"));
    batch.add(run);
    batch.value(r.key(), EVENT).ifPresent(event -> started(run, event));
  }

  private void started(RunState run, String eventId) {
    if (run.eventId.isEmpty()) {
      run.eventId = Optional.of(eventId);
      batch.tell(new Change.EventStarted(eventId, run.key));
    }
  }

  private void enter(BrokerRecord r, ElementType type) {
    var runKey = r.number("processInstanceKey");
    var scope = r.number("flowScopeKey");
    batch.add(
        new StepState(
            r.key(),
            runKey,
            scope == runKey ? Optional.empty() : Optional.of(scope),
            r.at(),
            type,
            r.number("processDefinitionKey"),
            r.text("elementId")));
    batch
        .run(runKey)
        .ifPresent(
            run -> {
              run.enter(type);
              if (r.text("bpmnEventType").equals("TIMER") && type.word().equals("startEvent")) {
                run.trigger = "schedule";
              }
            });
  }

  private void leave(BrokerRecord r, ElementType type, Status how) {
    if (type.process()) {
      batch.run(r.key()).ifPresent(run -> run.end(how, r.at()));
      return;
    }
    batch
        .step(r.key())
        .filter(StepState::open)
        .ifPresent(
            step -> {
              batch.run(step.runKey).ifPresent(run -> run.leave(step.type));
              if (how == Status.COMPLETED) {
                step.complete(r.at());
              } else {
                step.terminate(r.at());
              }
            });
  }

  private void migrate(BrokerRecord r, ElementType type) {
    if (type.process()) {
      batch
          .run(r.key())
          .ifPresent(
              run -> {
                run.workflow = r.text("bpmnProcessId");
                run.version = r.value().path("version").asInt();
                run.definitionKey = r.number("processDefinitionKey");
              });
    } else {
      batch
          .step(r.key())
          .ifPresent(
              step -> {
                step.elementId = r.text("elementId");
                step.definitionKey = r.number("processDefinitionKey");
              });
    }
  }

  private void job(BrokerRecord r, StepState step) {
    if (!r.value().path("jobKind").asText("BPMN_ELEMENT").equals("BPMN_ELEMENT")) {
      return; // why: a listener's job is not the step's work
    }
    switch (r.intent()) {
      case "CREATED" -> step.job(r.text("type"), r.value().path("retries").asInt());
      case "FAILED" -> {
        step.failed(r.text("errorMessage"), Optional.empty());
        if (r.number("retries") > 0 && r.number("retryBackoff") == 0) {
          step.again();
        }
      }
      case "TIMED_OUT", "RECURRED_AFTER_BACKOFF" -> step.again();
      case "ERROR_THROWN" -> step.failed(r.text("errorMessage"), Optional.of(r.text("errorCode")));
      case "COMPLETED" -> step.output = Optional.of(r.value().path("variables").toString());
      default -> {}
    }
  }

  private void variable(BrokerRecord r) {
    var runKey = r.number("processInstanceKey");
    var scope = r.number("scopeKey");
    batch.add(new ValueRow(scope, r.text("name"), runKey, r.text("value")));
    if (scope != runKey) {
      return;
    }
    switch (r.text("name")) {
      case TRIGGER ->
          batch.run(runKey).ifPresent(run -> batch.value(runKey, TRIGGER).ifPresent(t -> run.trigger = t));
      case EVENT ->
          batch.run(runKey).ifPresent(run -> batch.value(runKey, EVENT).ifPresent(e -> started(run, e)));
      default -> {}
    }
  }

  private void incident(BrokerRecord r) {
    var step = batch.step(r.number("elementInstanceKey"));
    var run = batch.run(r.number("processInstanceKey"));
    if (r.intent().equals("CREATED")) {
      batch.add(IncidentRow.of(r));
      step.ifPresent(s -> s.broken(r.text("errorMessage"), r.key()));
      run.ifPresent(x -> x.incidents++);
    } else if (r.intent().equals("RESOLVED")) {
      batch.resolved(r.key(), r.at());
      run.ifPresent(x -> x.incidents = Math.max(0, x.incidents - 1));
      step.filter(StepState::open)
          .ifPresent(
              s -> {
                s.repaired();
                if (r.number("jobKey") > 0) {
                  s.again();
                }
              });
    }
  }

  private void correlated(BrokerRecord r) {
    var runKey = r.number("processInstanceKey");
    var event = com.fasterxml.jackson.databind.node.TextNode.valueOf(r.text("correlationKey"));
    batch.add(new ValueRow(runKey, EVENT, runKey, event.toString()));
    batch.run(runKey).ifPresent(run -> started(run, event.asText()));
  }

  private void definition(BrokerRecord r) {
    JsonNode resource = r.value().path("resource");
    if (resource.isTextual()) {
      batch.define(
          r.number("processDefinitionKey"),
          r.text("bpmnProcessId"),
          r.value().path("version").asInt(),
          new String(
              Base64.getDecoder().decode(resource.asText()),
              java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
