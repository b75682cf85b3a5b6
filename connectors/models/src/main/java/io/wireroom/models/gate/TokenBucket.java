package io.wireroom.models.gate;

import java.time.Duration;
import java.time.Instant;

/**
 * So many in a minute, evenly: a sixth of it can be taken at once. What needs more than that takes
 * all there is, and what is missing is paid off by waiting.
 *
 * <p>Threading: by the lock of its {@link RouteGate}.
 */
final class TokenBucket {
  private static final double SECONDS = 60;
  private static final double AT_ONCE = 6;

  private final double perSecond;
  private final double room;
  private double level;
  private Instant filled;

  TokenBucket(long perMinute, Instant now) {
    this.perSecond = perMinute / SECONDS;
    this.room = Math.max(1, perMinute / AT_ONCE);
    this.level = room;
    this.filled = now;
  }

  /** Until so many can be taken; zero for now. */
  Duration until(double tokens, Instant now) {
    fill(now);
    var missing = Math.min(tokens, room) - level;
    return missing <= 1e-9
        ? Duration.ZERO
        : Duration.ofNanos((long) Math.ceil(missing / perSecond * 1e9));
  }

  void take(double tokens, Instant now) {
    fill(now);
    level -= tokens;
  }

  /** Gives back what was not used; takes more when it was more. */
  void settle(double taken, double used) {
    level = Math.min(room, level + taken - used);
  }

  private void fill(Instant now) {
    var seconds = Duration.between(filled, now).toNanos() / 1e9;
    if (seconds > 0) {
      level = Math.min(room, level + seconds * perSecond);
      filled = now;
    }
  }
}
