package io.wireroom.engine.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wireroom.connector.Outcome;
import io.wireroom.engine.expression.RaisedError;
import io.wireroom.engine.expression.ResultMapping;
import io.wireroom.engine.expression.ResultVariables;
import io.wireroom.engine.process.Job;
import io.wireroom.engine.process.Verdict;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Turns a connector's outcome into what the broker is told. */
final class Verdicts {
  private static final int LONGEST_REASON = 4_000;
  private static final Duration STORE_PAUSE = Duration.ofSeconds(30);

  private final ResultVariables results;
  private final Backoff backoff;

  Verdicts(ResultVariables results, Backoff backoff) {
    this.results = results;
    this.backoff = backoff;
  }

  /**
   * The verdict on a job.
   *
   * @param failures how often the step failed before
   */
  Verdict of(Job job, Outcome outcome, int failures) {
    return switch (outcome) {
      case Outcome.Done(var output) -> done(job, output);
      case Outcome.TryAgain again ->
          unless(job, "", again.reason(), tryAgain(job, again, failures));
      case Outcome.Rejected(var code, var message) ->
          unless(
              job,
              code,
              message,
              new Verdict.Throw(code, cut(message), JsonNodeFactory.instance.objectNode()));
      case Outcome.Broken(var reason) -> broken(reason);
    };
  }

  /** An incident for a person, without another try. */
  static Verdict broken(String reason) {
    return new Verdict.Fail(cut(reason), 0, Duration.ZERO);
  }

  /** The large part of a result could not be written; the disk may have room again soon. */
  static Verdict notStored(Job job, UncheckedIOException cause) {
    return new Verdict.Fail(
        cut("The step's large result could not be kept: " + cause.getMessage()),
        Math.max(job.retries() - 1, 0),
        STORE_PAUSE);
  }

  private Verdict done(Job job, JsonNode output) {
    var judged = results.judge(job.headers(), output, job.retries());
    return raised(judged, () -> complete(job, output));
  }

  private Verdict complete(Job job, JsonNode output) {
    return switch (results.map(job.headers(), output)) {
      case ResultMapping.Variables(var variables) -> new Verdict.Complete(variables);
      case ResultMapping.Failed(var reason) -> broken(reason);
    };
  }

  private Verdict unless(Job job, String code, String message, Verdict otherwise) {
    var judged = results.judgeFailure(job.headers(), code, message, job.retries());
    return raised(judged, () -> otherwise);
  }

  private static Verdict raised(RaisedError error, java.util.function.Supplier<Verdict> none) {
    return switch (error) {
      case RaisedError.Nothing() -> none.get();
      case RaisedError.BpmnError raised ->
          new Verdict.Throw(raised.code(), cut(raised.message()), raised.variables());
      case RaisedError.JobError raised ->
          new Verdict.Fail(cut(raised.message()), raised.retries(), raised.backOff());
      case RaisedError.Failed(var reason) -> broken(reason);
    };
  }

  private Verdict tryAgain(Job job, Outcome.TryAgain again, int failures) {
    var left = again.usesRetry() ? job.retries() - 1 : job.retries();
    var wait = backoff.after(job.headers(), failures, again.after());
    return new Verdict.Fail(cut(again.reason()), Math.max(left, 0), wait);
  }

  private static String cut(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }
}
