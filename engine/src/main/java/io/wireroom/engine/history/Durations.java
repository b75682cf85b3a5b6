package io.wireroom.engine.history;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long many runs took, in bands that each are a tenth longer than the one before: a percentile
 * is right within 5 %.
 */
final class Durations {
  private static final double STEP = Math.log(1.1);

  private final TreeMap<Integer, Long> runs = new TreeMap<>();
  private long count;

  static int band(Duration duration) {
    return (int) Math.floor(Math.log(Math.max(1, duration.toMillis())) / STEP);
  }

  void add(int band, long more) {
    runs.merge(band, more, Long::sum);
    count += more;
  }

  /** In milliseconds, the middle of the band; empty when there are no runs. */
  Optional<Long> percentile(double share) {
    var wanted = Math.max(1, (long) Math.ceil(count * share));
    var seen = 0L;
    for (Map.Entry<Integer, Long> band : runs.entrySet()) {
      seen += band.getValue();
      if (seen >= wanted) {
        return Optional.of(Math.round(Math.exp((band.getKey() + 0.5) * STEP)));
      }
    }
    return Optional.empty();
  }
}
