package io.wireroom.models.endpoint.openai;

import io.wireroom.models.endpoint.Assembler;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.endpoint.Failure;
import io.wireroom.models.endpoint.Turn;
import io.wireroom.net.Answer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an HTTP status other than 200 means for the request. */
public final class HttpTrouble {
  private static final Duration LONGEST = Duration.ofHours(1);

  private HttpTrouble() {}

  static Turn of(Answer.Response response, String error, Instant now) {
    return of(response.status(), error, retryAfter(response, now));
  }

  /**
   * Judges a status.
   *
   * @param error what the server says
   * @param after when to come again; zero when it does not say
   */
  public static Turn of(int status, String error, Duration after) {
    var said = "HTTP " + status + (error.isEmpty() ? "" : ", " + error);
    var lower = error.toLowerCase(Locale.ROOT);
    return switch (status) {
      case 400, 422 -> refused(lower, said);
      case 413 -> Turn.failed(Cause.TOO_LONG, said);
      case 401, 403 -> Turn.failed(Cause.AUTH, "it does not accept the key (" + said + ")");
      case 404 ->
          Turn.failed(Cause.BAD_REQUEST, "the address or the model's name is wrong (" + said + ")");
      case 402 -> Turn.failed(Cause.QUOTA, said);
      case 429 ->
          Turn.failed(
              new Failure(
                  lower.contains("insufficient_quota") ? Cause.QUOTA : Cause.THROTTLED,
                  said,
                  after,
                  false));
      case 503, 529 -> Turn.failed(new Failure(busy(lower), said, after, false));
      case 424 -> Turn.failed(Cause.MODEL_ERROR, said);
      default ->
          status >= 500 || status == 408 || status == 409
              ? Turn.failed(Cause.TRANSIENT, said)
              : Turn.failed(
                  Cause.BAD_REQUEST, "it answers with an unexpected status (" + said + ")");
    };
  }

  /** What an error means that comes in the middle of a good answer. */
  public static Turn inStream(String error, Assembler answer) {
    var lower = error.toLowerCase(Locale.ROOT);
    var cause =
        List.of("rate limit", "throttl", "429", "overloaded").stream().anyMatch(lower::contains)
            ? Cause.THROTTLED
            : tooLong(lower) ? Cause.TOO_LONG : Cause.MODEL_ERROR;
    return answer.failed(cause, "in the middle of its answer: " + error);
  }

  /** Whether a server says that a prompt is too long, in one of the ways that they have. */
  public static boolean tooLong(String lower) {
    return List.of(
            "context_length",
            "context length",
            "maximum context",
            "context window",
            "too many tokens",
            "too many input tokens",
            "prompt is too long",
            "input is too long",
            "max input tokens",
            "must have less than")
        .stream()
        .anyMatch(lower::contains);
  }

  /** Whether a server says that its model is still being loaded. */
  static boolean warming(String lower) {
    return List.of("warming", "warm-up", "loading", "not ready", "notready", "compil", "starting")
        .stream()
        .anyMatch(lower::contains);
  }

  private static Cause busy(String lower) {
    return warming(lower) ? Cause.WARMING : Cause.THROTTLED;
  }

  private static Turn refused(String lower, String said) {
    return tooLong(lower)
        ? Turn.failed(Cause.TOO_LONG, said)
        : new Turn.NotUnderstood(
            lower,
            new EndpointResult.Failed(
                Cause.BAD_REQUEST, "it does not take the request (" + said + ")"));
  }

  /** {@code retry-after-ms}, or {@code Retry-After} as seconds or a date; zero for none. */
  static Duration retryAfter(Answer.Response response, Instant now) {
    var wait =
        response
            .header("retry-after-ms")
            .flatMap(HttpTrouble::number)
            .map(Duration::ofMillis)
            .or(() -> response.header("Retry-After").flatMap(value -> secondsOrDate(value, now)))
            .orElse(Duration.ZERO);
    return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private static Optional<Duration> secondsOrDate(String value, Instant now) {
    return number(value).map(Duration::ofSeconds).or(() -> date(value, now));
  }

  private static Optional<Duration> date(String value, Instant now) {
    try {
      var date = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip()));
      return Optional.of(Duration.between(now, date));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> number(String value) {
    return value.strip().matches("[0-9]{1,9}(\\.[0-9]+)?")
        ? Optional.of((long) Math.ceil(Double.parseDouble(value.strip())))
        : Optional.empty();
  }
}
