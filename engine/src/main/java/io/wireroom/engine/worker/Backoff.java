package io.wireroom.engine.worker;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.random.RandomGenerator;

/** How long a failed step waits: as drawn, else exponential from 5 s with jitter. */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The wait before the next try.
   *
   * @param failures how often the step failed before, 0 for the first failure
   * @param atLeast what the other side asked for
   */
  Duration after(Map<String, String> headers, int failures, Duration atLeast) {
    var wait = drawn(headers.getOrDefault("retryBackoff", "")).orElseGet(() -> grown(failures));
    return wait.compareTo(atLeast) < 0 ? atLeast : wait;
  }

  private Duration grown(int failures) {
    var millis = FIRST.toMillis() << Math.min(Math.max(failures, 0), 10);
    var capped = Math.min(millis, LONGEST.toMillis());
    return Duration.ofMillis((long) (capped * (0.8 + 0.4 * random.nextDouble())));
  }

  private static java.util.Optional<Duration> drawn(String text) {
    try {
      return text.isBlank()
          ? java.util.Optional.empty()
          : java.util.Optional.of(Duration.parse(text.strip()));
    } catch (DateTimeParseException e) {
      return java.util.Optional.empty();
    }
  }
}
