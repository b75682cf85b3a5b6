package io.wireroom.engine.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.process.FoundRun;
import io.wireroom.engine.process.FoundRun.State;
import io.wireroom.engine.process.RunVariables;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The records that a broker with our exporter would have sent to bring what is stored to what a
 * cluster tells of a run. Nothing when it tells nothing new.
 */
final class FoundRecords {
  /** No broker has it; their partitions begin at 1. */
  static final int PARTITION = 0;

  private final Rows rows;
  private final FoundRun run;
  private final Optional<RunState> stored;
  private final List<BrokerRecord> records = new ArrayList<>();
  private long position;

  private FoundRecords(Rows rows, FoundRun run) {
    this.rows = rows;
    this.run = run;
    this.stored = rows.run(run.key());
    this.position = rows.position(PARTITION);
  }

  /**
   * Compares and makes the records.
   *
   * @param diagrams the XML of definitions that are not stored
   */
  static List<BrokerRecord> of(Rows rows, FoundRun run, LongFunction<Optional<String>> diagrams) {
    var found = new FoundRecords(rows, run);
    found.definition(diagrams);
    // why values first: a run takes its event and trigger from them when it begins
    run.values().stream().filter(v -> v.scope() == run.key()).forEach(found::value);
    if (found.stored.isEmpty()) {
      found.element(
          run.key(), run.startedAt(), "PROCESS", run.processId(), -1, "ELEMENT_ACTIVATING");
    }
    var steps = run.steps().stream().sorted(Comparator.comparingLong(FoundRun.Step::key)).toList();
    steps.forEach(found::begin);
    run.values().stream().filter(v -> v.scope() != run.key()).forEach(found::value);
    run.incidents().forEach(found::incident);
    steps.reversed().forEach(found::end);
    found.end();
    return found.records;
  }

  private void definition(LongFunction<Optional<String>> diagrams) {
    if (rows.origin(run.definitionKey()).isEmpty()) {
      diagrams
          .apply(run.definitionKey())
          .ifPresent(
              xml ->
                  add(
                      run.startedAt(),
                      "PROCESS",
                      "CREATED",
                      run.definitionKey(),
                      value()
                          .put(
                              "resource",
                              Base64.getEncoder()
                                  .encodeToString(xml.getBytes(StandardCharsets.UTF_8)))));
    }
  }

  private void value(FoundRun.Value found) {
    var before = rows.value(found.scope(), found.name());
    if (!before.equals(Optional.of(found.json()))) {
      var variable =
          value()
              .put("scopeKey", found.scope())
              .put("name", found.name())
              .put("value", found.json());
      add(now(), "VARIABLE", before.isEmpty() ? "CREATED" : "UPDATED", found.key(), variable);
      if (found.name().equals(RunVariables.EVENT) && stored.isPresent()) {
        continuedBy(found.json().replace("\"", ""));
      }
    }
  }

  /** An event that continues a run sets our variable anew. */
  private void continuedBy(String event) {
    if (!stored.flatMap(s -> s.eventId).equals(Optional.of(event))) {
      var correlated = value();
      correlated.putObject("variables").put(RunVariables.EVENT, event);
      add(now(), "PROCESS_MESSAGE_SUBSCRIPTION", "CORRELATED", run.key(), correlated);
    }
  }

  private void begin(FoundRun.Step step) {
    var known = rows.step(step.key());
    if (known.isEmpty()) {
      element(step, step.startedAt(), "ELEMENT_ACTIVATING");
    }
    step.job().ifPresent(job -> job(step, job, known));
  }

  private void job(FoundRun.Step step, FoundRun.Job job, Optional<StepState> known) {
    if (known.flatMap(s -> s.jobType).isEmpty()) {
      add(step.startedAt(), "JOB", "CREATED", job.key(), jobValue(step, job));
    }
    var told = known.flatMap(s -> s.error).map(StepError::message).orElse("");
    var failed = job.state().equals("FAILED") || job.state().equals("ERROR_THROWN");
    if (failed && !told.equals(job.errorMessage()) && known.map(StepState::open).orElse(true)) {
      add(now(), "JOB", job.state(), job.key(), jobValue(step, job));
    }
  }

  private ObjectNode jobValue(FoundRun.Step step, FoundRun.Job job) {
    return value()
        .put("elementInstanceKey", step.key())
        .put("type", job.type())
        .put("retries", job.retries())
        .put("retryBackoff", 0)
        .put("jobKind", "BPMN_ELEMENT")
        .put("errorCode", job.errorCode())
        .put("errorMessage", job.errorMessage());
  }

  private void incident(FoundRun.Incident found) {
    var stored = rows.incidentOpen(found.key());
    var value =
        value()
            .put("elementInstanceKey", found.stepKey())
            .put("jobKey", found.jobKey())
            .put("errorType", found.type())
            .put("errorMessage", found.message());
    if (stored.isEmpty()) {
      add(found.createdAt(), "INCIDENT", "CREATED", found.key(), value);
    }
    if (found.resolved() && stored.orElse(true)) {
      add(now(), "INCIDENT", "RESOLVED", found.key(), value);
    }
  }

  private void end(FoundRun.Step step) {
    if (step.state() != State.ACTIVE && rows.step(step.key()).map(StepState::open).orElse(true)) {
      element(step, step.endedAt().orElse(now()), intent(step.state()));
    }
  }

  private void end() {
    if (run.state() != State.ACTIVE && stored.map(s -> s.endedAt.isEmpty()).orElse(true)) {
      element(run.key(), now(), "PROCESS", run.processId(), -1, intent(run.state()));
    }
  }

  private static String intent(State state) {
    return state == State.COMPLETED ? "ELEMENT_COMPLETED" : "ELEMENT_TERMINATED";
  }

  /** The best that is known of when something happened that has no time of its own. */
  private Instant now() {
    return run.endedAt()
        .or(() -> run.steps().stream().map(FoundRun.Step::startedAt).max(Instant::compareTo))
        .orElse(run.startedAt());
  }

  private void element(FoundRun.Step step, Instant at, String intent) {
    element(step.key(), at, step.type(), step.elementId(), step.scope(), intent);
  }

  private void element(
      long key, Instant at, String type, String elementId, long scope, String intent) {
    add(
        at,
        "PROCESS_INSTANCE",
        intent,
        key,
        value()
            .put("elementId", elementId)
            .put("flowScopeKey", scope)
            .put("bpmnElementType", type)
            .put("bpmnEventType", "UNSPECIFIED")
            .put("parentProcessInstanceKey", run.caller().orElse(-1L)));
  }

  private ObjectNode value() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("processInstanceKey", run.key())
        .put("bpmnProcessId", run.processId())
        .put("version", run.version())
        .put("processDefinitionKey", run.definitionKey());
  }

  private void add(Instant at, String type, String intent, long key, ObjectNode value) {
    position++;
    records.add(new BrokerRecord(PARTITION, position, key, at, type, intent, value));
  }
}
