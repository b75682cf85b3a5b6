package io.wireroom.models.endpoint;

import io.wireroom.net.Answer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What an HTTP status other than 200 means for the request. */
final class OpenAiFailure {
  private static final Duration LONGEST = Duration.ofHours(1);

  private OpenAiFailure() {}

  static OpenAiReply of(Answer.Response response, String error, Instant now) {
    var said = "HTTP " + response.status() + (error.isEmpty() ? "" : ", " + error);
    var lower = error.toLowerCase(Locale.ROOT);
    return switch (response.status()) {
      case 400, 422 ->
          tooLong(lower)
              ? rejected(Rejection.TOO_LONG, said)
              : new OpenAiReply.NotUnderstood(lower, broken("it does not take the request", said));
      case 413 -> rejected(Rejection.TOO_LONG, said);
      case 401, 403 -> ended(broken("it does not accept the key", said));
      case 404 -> ended(broken("the address or the model's name is wrong", said));
      case 429 ->
          lower.contains("insufficient_quota")
              ? ended(broken("its account has no credit left", said))
              : ended(new EndpointResult.Busy(said, retryAfter(response, now)));
      case 503, 529 -> ended(new EndpointResult.Busy(said, retryAfter(response, now)));
      default ->
          response.status() >= 500 || response.status() == 408 || response.status() == 409
              ? ended(new EndpointResult.Unreachable(said))
              : ended(broken("it answers with an unexpected status", said));
    };
  }

  private static boolean tooLong(String error) {
    return error.contains("context_length")
        || error.contains("context length")
        || error.contains("maximum context")
        || error.contains("too many tokens")
        || error.contains("prompt is too long");
  }

  /** {@code retry-after-ms}, or {@code Retry-After} as seconds or a date; zero for none. */
  static Duration retryAfter(Answer.Response response, Instant now) {
    var wait =
        response
            .header("retry-after-ms")
            .flatMap(OpenAiFailure::number)
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

  private static OpenAiReply rejected(Rejection rejection, String message) {
    return ended(new EndpointResult.Rejected(rejection, message));
  }

  private static EndpointResult broken(String reason, String said) {
    return new EndpointResult.Broken(reason + " (" + said + ")");
  }

  private static OpenAiReply ended(EndpointResult result) {
    return new OpenAiReply.Ended(result);
  }
}
