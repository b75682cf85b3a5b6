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
import java.util.random.RandomGenerator;

/** Turns a connector's outcome into what the broker is told. */
public final class Verdicts {
  private static final int LONGEST_REASON = 4_000;
  private static final Duration STORE_PAUSE = Duration.ofSeconds(30);
  private static final Duration HISTORY_COMES = Duration.ofSeconds(2);

  private final ResultVariables results;
  private final Backoff backoff;

  public Verdicts(ResultVariables results, RandomGenerator random) {
    this.results = results;
    this.backoff = new Backoff(random);
  }

  /**
   * What the broker is told.
   *
   * @param accepted whether the step has its response and takes it for none of its errors
   */
  record Judged(Verdict verdict, boolean accepted) {}

  /**
   * The verdict on a job.
   *
   * @param failures how often the step failed before
   */
  Judged of(Job job, Outcome outcome, int failures) {
    return switch (outcome) {
      case Outcome.Done(var output) -> done(job, output);
      case Outcome.TryAgain again -> again(job, again, failures);
      case Outcome.Unknown(var reason) -> again(job, Outcome.TryAgain.because(reason), failures);
      case Outcome.Rejected(var code, var message) ->
          failed(
              unless(
                  job,
                  code,
                  message,
                  new Verdict.Throw(code, cut(message), JsonNodeFactory.instance.objectNode())));
      case Outcome.Broken(var reason) -> failed(broken(reason));
    };
  }

  /** The verdict on a job that is answered from an earlier run. */
  Verdict of(Job job, Past past) {
    return switch (past) {
      case Past.Given(var outcome) -> of(job, outcome, 0).verdict();
      case Past.Completed(var variables) -> new Verdict.Complete(variables);
      case Past.Failed(var code, var message) ->
          new Verdict.Throw(code, cut(message), JsonNodeFactory.instance.objectNode());
      case Past.NotYet(var reason) -> later(job, reason, HISTORY_COMES);
    };
  }

  private Judged again(Job job, Outcome.TryAgain again, int failures) {
    return failed(unless(job, "", again.reason(), tryAgain(job, again, failures)));
  }

  private static Judged failed(Verdict verdict) {
    return new Judged(verdict, false);
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

  /** Not now, for a reason of our own; keeps the step's retries. */
  static Verdict later(Job job, String reason, Duration after) {
    return new Verdict.Fail(cut(reason), job.retries(), after);
  }

  private Judged done(Job job, JsonNode output) {
    var error = results.judge(job.headers(), output, job.retries());
    // why also when an expression failed: the call is done, and a mended diagram can use it
    var accepted = error instanceof RaisedError.Nothing || error instanceof RaisedError.Failed;
    return new Judged(raised(error, () -> complete(job, output)), accepted);
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
