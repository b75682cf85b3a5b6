package io.wireroom.engine.history;

import java.util.Optional;

/** What records of jobs and incidents mean: attempts, results, errors. */
final class JobRecords {
  private static final String STEP_JOB = "BPMN_ELEMENT";

  private final Batch batch;

  JobRecords(Batch batch) {
    this.batch = batch;
  }

  void job(BrokerRecord r) {
    // why: a listener's job is not the step's work
    if (r.value().path("jobKind").asText(STEP_JOB).equals(STEP_JOB)) {
      batch.step(r.number("elementInstanceKey")).ifPresent(step -> job(r, step));
    }
  }

  private void job(BrokerRecord r, StepState step) {
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
      default -> batch.unknown(r);
    }
  }

  /** For people; the incident's row keeps what the broker said. */
  private static StepError trouble(BrokerRecord r) {
    var said = r.text("errorMessage");
    var incident = Optional.of(r.key());
    return UncaughtError.in(said)
        .map(error -> new StepError(error.message(), Optional.of(error.code()), incident))
        .orElseGet(() -> new StepError(said, Optional.empty(), incident));
  }

  void incident(BrokerRecord r) {
    var step = batch.step(r.number("elementInstanceKey"));
    var run = batch.run(r.number("processInstanceKey"));
    if (r.intent().equals("CREATED")) {
      batch.add(IncidentRow.of(r));
      step.ifPresent(s -> s.broken(trouble(r)));
      run.ifPresent(x -> x.incidents++);
    } else if (r.intent().equals("RESOLVED")) {
      batch.resolved(r.key(), r.at());
      run.ifPresent(x -> x.incidents = Math.max(0, x.incidents - 1));
      step.filter(StepState::open).ifPresent(s -> s.repaired(r.number("jobKey") > 0));
    }
  }
}
