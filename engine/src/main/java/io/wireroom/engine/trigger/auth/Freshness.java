package io.wireroom.engine.trigger.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Whether a signed time is near enough that the request is no repetition. */
final class Freshness {
  private final Clock clock;

  Freshness(Clock clock) {
    this.clock = clock;
  }

  /** Whether {@code seconds} since 1970 is at most {@code tolerance} before or after now. */
  boolean isFresh(String seconds, Duration tolerance) {
    if (!seconds.matches("[0-9]{1,11}")) {
      return false;
    }
    var sent = Instant.ofEpochSecond(Long.parseLong(seconds));
    return Duration.between(sent, clock.instant()).abs().compareTo(tolerance) <= 0;
  }
}
