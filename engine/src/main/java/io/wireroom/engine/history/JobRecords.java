package io.wireroom.engine.history;

import java.util.Optional;

/** What records of jobs and incidents mean: attempts, results, errors. */
final class JobRecords {
  private static final String STEP_JOB = "BPMN_ELEMENT";
  private static final String LATE = "No worker answered in time.";

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
      case "FAILED" -> failed(r, step);
      case "TIMED_OUT" -> {
        batch.change(step, attempt -> attempt.failed(r.at(), LATE, left(r), Optional.empty()));
        again(r, step);
      }
      case "RECURRED_AFTER_BACKOFF" -> again(r, step);
      case "ERROR_THROWN" -> {
        step.failed(r.text("errorMessage"), Optional.of(r.text("errorCode")));
        batch.change(
            step,
            attempt ->
                attempt.failed(r.at(), r.text("errorMessage"), Optional.empty(), Optional.empty()));
      }
      case "COMPLETED" -> {
        step.output = Optional.of(r.value().path("variables").toString());
        if (step.attempts > 1) {
          batch.change(step, attempt -> attempt.done(r.at()));
        }
      }
      default -> batch.unknown(r);
    }
  }

  private void failed(BrokerRecord r, StepState step) {
    var why = r.text("errorMessage");
    step.failed(why, Optional.empty());
    var backOff = r.number("retries") > 0 ? r.number("retryBackoff") : 0;
    var next = Optional.of(r.at().plusMillis(backOff)).filter(at -> backOff > 0);
    batch.change(step, attempt -> attempt.failed(r.at(), why, left(r), next));
    if (r.number("retries") > 0 && backOff == 0) {
      again(r, step);
    }
  }

  private static Optional<Integer> left(BrokerRecord r) {
    return Optional.of(r.value().path("retries").asInt());
  }

  private void again(BrokerRecord r, StepState step) {
    step.again();
    batch.begin(step, r.at());
  }

  private void repaired(BrokerRecord r, StepState step) {
    var job = r.number("jobKey") > 0;
    step.repaired(job);
    if (job) {
      batch.begin(step, r.at());
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
      run.ifPresent(
          x -> {
            x.incidents++;
            x.changedAt = r.at();
          });
    } else if (r.intent().equals("RESOLVED")) {
      batch.resolved(r.key(), r.at());
      run.ifPresent(x -> x.incidents = Math.max(0, x.incidents - 1));
      step.filter(StepState::open).ifPresent(s -> repaired(r, s));
    }
  }
}
