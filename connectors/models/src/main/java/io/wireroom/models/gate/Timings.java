package io.wireroom.models.gate;

import java.time.Duration;
import java.time.Instant;
import org.HdrHistogram.Histogram;

/**
 * Times of the last five to ten minutes, to two digits; what is older says nothing about now, so a
 * route that was slow once is tried again.
 *
 * <p>Threading: by the lock of its {@link RouteGate}.
 */
final class Timings {
  private static final Duration SPAN = Duration.ofMinutes(5);
  private static final long LONGEST_MICROS = Duration.ofHours(3).toNanos() / 1_000;

  private Histogram young = new Histogram(LONGEST_MICROS, 2);
  private Histogram old = new Histogram(LONGEST_MICROS, 2);
  private Instant turned;

  Timings(Instant now) {
    this.turned = now;
  }

  void add(Duration time, Instant now) {
    turn(now);
    young.recordValue(Math.clamp(time.toNanos() / 1_000, 0, LONGEST_MICROS));
  }

  Percentiles now(Instant now) {
    turn(now);
    var both = young.copy();
    both.add(old);
    return new Percentiles(both.getTotalCount(), at(both, 50), at(both, 95), at(both, 99));
  }

  private void turn(Instant now) {
    var age = Duration.between(turned, now);
    if (age.compareTo(SPAN) >= 0) {
      var free = old;
      free.reset();
      old = young;
      young = free;
      if (age.compareTo(SPAN.multipliedBy(2)) >= 0) {
        old.reset();
      }
      turned = now;
    }
  }

  private static Duration at(Histogram all, double percentile) {
    return all.getTotalCount() == 0
        ? Duration.ZERO
        : Duration.ofNanos(all.getValueAtPercentile(percentile) * 1_000);
  }
}
