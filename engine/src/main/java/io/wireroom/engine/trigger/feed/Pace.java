package io.wireroom.engine.trigger.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to leave a feed alone; with jitter, so that not all are asked at once. */
final class Pace {
  private static final Duration LONGEST_BACK_OFF = Duration.ofHours(6);

  private final RandomGenerator random;

  Pace(RandomGenerator random) {
    this.random = random;
  }

  /** The interval, up to a tenth longer. */
  Duration usual(Duration interval) {
    return later(interval);
  }

  /**
   * Twice as long with each failure in a row, up to six hours or the interval.
   *
   * @param failures before this one
   * @param wish how long the server asks for at least
   */
  Duration afterFailure(Duration interval, int failures, Duration wish) {
    var grown = interval.multipliedBy(1L << Math.min(failures, 12));
    var most = longer(interval, LONGEST_BACK_OFF);
    return longer(later(grown.compareTo(most) < 0 ? grown : most), wish);
  }

  private Duration later(Duration wait) {
    return wait.plusMillis((long) (wait.toMillis() * 0.1 * random.nextDouble()));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
