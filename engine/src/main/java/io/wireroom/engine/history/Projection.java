package io.wireroom.engine.history;

import com.fasterxml.jackson.databind.node.TextNode;
import io.wireroom.engine.process.RunVariables;
import java.util.Optional;

/** Says what each record means for runs and steps. Records it does not know change nothing. */
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
      case "JOB" -> jobs.job(r);
      case "INCIDENT" -> jobs.incident(r);
      case "VARIABLE" -> variable(r);
      case "MESSAGE_START_EVENT_SUBSCRIPTION" -> started(r);
      case "PROCESS_MESSAGE_SUBSCRIPTION" -> correlated(r);
      case "MESSAGE" -> batch.marker(r.text("correlationKey"));
      case "PROCESS" -> batch.add(Definition.of(r));
      case "TIMER" -> TimerChange.of(r).ifPresent(batch::add);
      default -> {} // why: a newer exporter may send more than this engine knows
    }
  }

  private void variable(BrokerRecord r) {
    var runKey = r.number("processInstanceKey");
    var scope = r.number("scopeKey");
    batch.add(new ValueRow(scope, r.text("name"), runKey, r.text("value")));
    if (scope == runKey && r.text("name").startsWith(RunVariables.PREFIX)) {
      batch.run(runKey).ifPresent(elements::readOurVariables);
    }
  }

  /** The broker took the event's message and starts the run; its elements come next. */
  private void started(BrokerRecord r) {
    var runKey = r.number("processInstanceKey");
    event(r)
        .ifPresent(
            eventId -> {
              var json = TextNode.valueOf(eventId).toString();
              batch.add(new ValueRow(runKey, RunVariables.EVENT, runKey, json));
              batch.run(runKey).ifPresent(elements::readOurVariables);
            });
  }

  /** A run that waited took the event's message. */
  private void correlated(BrokerRecord r) {
    event(r).ifPresent(id -> batch.correlated(id, r.number("processInstanceKey")));
  }

  private static Optional<String> event(BrokerRecord r) {
    return Optional.of(r.value().path("variables").path(RunVariables.EVENT).asText(""))
        .filter(id -> !id.isEmpty());
  }
}
