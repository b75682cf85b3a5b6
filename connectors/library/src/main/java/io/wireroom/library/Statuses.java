package io.wireroom.library;

import io.wireroom.connector.ConnectorInfo.ErrorCode;
import io.wireroom.connector.Outcome;
import io.wireroom.net.Answer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a status means for a step that takes it as a failure. */
public final class Statuses {
  /** Too early, too many requests, a gateway's trouble: the same request may work later. */
  private static final Set<Integer> PASSING = Set.of(408, 425, 429, 502, 503, 504);

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  static final List<ErrorCode> ERRORS =
      List.of(
          new ErrorCode("HTTP_3XX", "The address has moved, further than the step follows."),
          new ErrorCode("HTTP_4XX", "The server refuses the request (400 to 499)."),
          new ErrorCode("HTTP_5XX", "The server failed (500 to 599, except 502 to 504)."));

  private Statuses() {}

  /** 408, 425, 429 and 502 to 504 are tried again, no sooner than the server asks. */
  public static Outcome failure(Answer.Response response, String message) {
    if (PASSING.contains(response.status())) {
      return new Outcome.TryAgain(message, retryAfter(response, LONGEST_WAIT), true);
    }
    return new Outcome.Rejected("HTTP_" + response.status() / 100 + "XX", message);
  }

  /** How long the server asks to be left alone, at most {@code longest}; zero when it does not. */
  public static Duration retryAfter(Answer.Response response, Duration longest) {
    var asked =
        response
            .header("Retry-After")
            .flatMap(
                value ->
                    value.strip().matches("[0-9]{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(value.strip())))
                        : untilDate(value, response))
            .orElse(Duration.ZERO);
    return asked.compareTo(longest) < 0 ? asked : longest;
  }

  // why: the server's own Date, so that neither clock needs to be right.
  private static Optional<Duration> untilDate(String value, Answer.Response response) {
    try {
      return response
          .header("Date")
          .map(now -> Duration.between(httpDate(now), httpDate(value)))
          .filter(Duration::isPositive);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ZonedDateTime httpDate(String value) {
    return ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
  }
}
