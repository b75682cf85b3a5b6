package io.wireroom.engine.history;

import io.wireroom.engine.process.Origin;
import io.wireroom.engine.process.RunVariables;
import java.util.Optional;

/** What records of elements mean: runs and steps begin and end. */
final class ElementRecords {
  private final Batch batch;

  ElementRecords(Batch batch) {
    this.batch = batch;
  }

  void apply(BrokerRecord r) {
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
      default -> batch.unknown(r);
    }
  }

  private void begin(BrokerRecord r) {
    var called = r.number("parentProcessInstanceKey") > 0;
    var origin = origin(r);
    var run =
        new RunState(
            r.key(),
            r.at(),
            origin.workflow(),
            origin.version(),
            r.number("processDefinitionKey"),
            called ? "workflow" : "api");
    if (called) {
      run.parent =
          Optional.of(
              new Run.Parent(
                  r.number("parentProcessInstanceKey"), r.number("parentElementInstanceKey")));
    }
    run.businessKey = batch.text(run.key, BusinessKey.VARIABLE).flatMap(BusinessKey::of);
    batch.add(run);
    if (!called) { // why: a called workflow may have got our variables from its caller
      readOurVariables(run);
    }
  }

  private Origin origin(BrokerRecord r) {
    return batch
        .origin(r.number("processDefinitionKey"))
        .orElseGet(() -> new Origin(r.text("bpmnProcessId"), r.value().path("version").asInt()));
  }

  /**
   * Takes the event and the trigger from what the engine puts into each start. It comes before the
   * run's first record or after it, by kind of start.
   */
  void readOurVariables(RunState run) {
    batch.text(run.key, RunVariables.TRIGGER).ifPresent(trigger -> run.trigger = trigger);
    batch
        .text(run.key, RunVariables.EVENT)
        .filter(event -> run.eventId.isEmpty())
        .ifPresent(
            event -> {
              run.eventId = Optional.of(event);
              batch.started(event, run.key);
            });
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
    var schedule = type.word().equals("startEvent") && r.text("bpmnEventType").equals("TIMER");
    batch
        .run(runKey)
        .ifPresent(
            run -> {
              run.enter(type);
              run.trigger = schedule ? "schedule" : run.trigger;
            });
  }

  private void leave(BrokerRecord r, ElementType type, Status how) {
    if (type.process()) {
      batch.run(r.key()).ifPresent(run -> run.end(how, r.at()));
    } else {
      batch.step(r.key()).filter(StepState::open).ifPresent(step -> leave(r, step, how));
    }
  }

  private void leave(BrokerRecord r, StepState step, Status how) {
    batch.run(step.runKey).ifPresent(run -> run.leave(step.type));
    if (how == Status.COMPLETED) {
      step.complete(r.at());
    } else {
      step.terminate(r.at());
    }
  }

  private void migrate(BrokerRecord r, ElementType type) {
    if (type.process()) {
      batch
          .run(r.key())
          .ifPresent(
              run -> {
                run.workflow = origin(r).workflow();
                run.version = origin(r).version();
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
}
