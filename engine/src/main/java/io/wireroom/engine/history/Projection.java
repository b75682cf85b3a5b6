package io.wireroom.engine.history;

import com.fasterxml.jackson.databind.node.TextNode;
import io.wireroom.engine.process.RunVariables;
import java.util.List;
import java.util.Optional;

/** Says what each record means for runs and steps. Records it does not know are kept. */
final class Projection {
  private final Batch batch;
  private final ElementRecords elements;
  private final JobRecords jobs;

  Projection(Batch batch) {
    this.batch = batch;
    this.elements = new ElementRecords(batch);
    this.jobs = new JobRecords(batch);
  }

  void apply(BrokerRecord r) {
    switch (r.type()) {
      case "PROCESS_INSTANCE" -> elements.apply(r);
      case "JOB" -> {
        jobs.job(r);
        PersonTask.ofJob(r).ifPresent(batch::add);
      }
      case "USER_TASK" -> task(r);
      case "INCIDENT" -> jobs.incident(r);
      case "VARIABLE" -> variable(r);
      case "MESSAGE_START_EVENT_SUBSCRIPTION" -> started(r);
      case "PROCESS_MESSAGE_SUBSCRIPTION" -> message(r);
      case "MESSAGE" -> batch.marker(r.text("correlationKey"));
      case "PROCESS" -> batch.add(Definition.of(r));
      case "TIMER" -> {
        TimerChange.of(r).ifPresent(batch::add);
        WaitChange.ofTimer(r).ifPresent(batch::add);
      }
      default -> batch.unknown(r); // why: a newer broker tells more than this engine knows
    }
  }

  private void variable(BrokerRecord r) {
    var value =
        new ValueRow(
            r.number("scopeKey"), r.text("name"), r.number("processInstanceKey"), r.text("value"));
    batch.add(value);
    if (value.scope() == value.runKey() && value.name().equals(BusinessKey.VARIABLE)) {
      var text = batch.text(value.scope(), value.name()).flatMap(BusinessKey::of);
      batch.run(value.runKey()).ifPresent(run -> run.businessKey = text);
    }
  }

  /**
   * The broker took the event's message and starts the run; its elements come next.
   *
   * <p>why from here and not from the variables: an event that continues the run sets them again.
   */
  private void started(BrokerRecord r) {
    var runKey = r.number("processInstanceKey");
    for (var name : List.of(RunVariables.EVENT, RunVariables.TRIGGER)) {
      ours(r, name).ifPresent(text -> batch.add(new ValueRow(runKey, name, runKey, json(text))));
    }
    batch.run(runKey).ifPresent(elements::readOurVariables);
  }

  private static String json(String text) {
    return TextNode.valueOf(text).toString();
  }

  private void task(BrokerRecord r) {
    switch (r.intent()) {
      case "CREATED" -> batch.add(PersonTask.ofTask(r));
      case "COMPLETED" -> took(r, r.text("elementId"));
      default -> batch.unknown(r);
    }
  }

  private void message(BrokerRecord r) {
    WaitChange.ofMessage(r).ifPresent(batch::add);
    if (r.intent().equals("CORRELATED")) {
      correlated(r);
    }
  }

  /** A run that waited took the event's message. */
  private void correlated(BrokerRecord r) {
    took(r, r.text("elementId"));
    ours(r, RunVariables.EVENT)
        .ifPresent(id -> batch.correlated(id, r.number("processInstanceKey")));
  }

  /** What a step that waited was given; not what an event at its edge was given. */
  private void took(BrokerRecord r, String elementId) {
    batch
        .step(r.number("elementInstanceKey"))
        .filter(step -> step.elementId.equals(elementId))
        .ifPresent(step -> step.output = Optional.of(r.value().path("variables").toString()));
  }

  private static Optional<String> ours(BrokerRecord r, String name) {
    return Optional.of(r.value().path("variables").path(name).asText(""))
        .filter(text -> !text.isEmpty());
  }
}
