package io.wireroom.engine.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ends a request with an answer of {@code application/problem+json}. Thrown, never logged. */
public final class HttpProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient List<Detail> errors;
  private final transient Optional<Duration> retryAfter;
  private boolean runAgain;

  public HttpProblem(int status, String detail) {
    this(status, detail, List.of());
  }

  public HttpProblem(int status, String detail, List<Detail> errors) {
    this(status, detail, errors, Optional.empty());
  }

  private HttpProblem(
      int status, String detail, List<Detail> errors, Optional<Duration> retryAfter) {
    super(detail, null, false, false);
    this.status = status;
    this.errors = List.copyOf(errors);
    this.retryAfter = retryAfter;
  }

  /** The same request may work after a time; the answer says when. */
  public static HttpProblem retryLater(int status, String detail, Duration after) {
    return new HttpProblem(status, detail, List.of(), Optional.of(after));
  }

  /** What was asked for cannot be done to this run; another run in its place may do. */
  public static HttpProblem runAgain(String detail, List<Detail> errors) {
    var problem = new HttpProblem(409, detail, errors);
    problem.runAgain = true;
    return problem;
  }

  /** Whether to offer the run once more from the start or from a step. */
  public boolean offersRunAgain() {
    return runAgain;
  }

  /** When to come again, where that is known. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  public int status() {
    return status;
  }

  public List<Detail> errors() {
    return errors;
  }

  /** One thing wrong, at a JSON path, a setting's name or an element's id. */
  public record Detail(String path, String message) {}
}
