package io.wireroom.models;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A median and where the true one is with a confidence of at least 95 %, by the ranks of what was
 * measured; nothing is assumed of how it is spread.
 */
public record MedianInterval(int count, Duration median, Duration low, Duration high) {
  private static final double TAIL = 0.025;

  /** Empty for fewer than six, for which no such interval exists. */
  static Optional<MedianInterval> of(List<Duration> times) {
    var sorted = times.stream().sorted().toList();
    int n = sorted.size();
    int rank = 0;
    // why: the chance that at most this many of n fall below the median
    double chance = Math.pow(0.5, n);
    double term = chance;
    while (chance <= TAIL) {
      rank++;
      term = term * (n - rank + 1) / rank;
      chance += term;
    }
    return rank == 0
        ? Optional.empty()
        : Optional.of(
            new MedianInterval(n, middle(sorted), sorted.get(rank - 1), sorted.get(n - rank)));
  }

  private static Duration middle(List<Duration> sorted) {
    int n = sorted.size();
    return sorted.get((n - 1) / 2).plus(sorted.get(n / 2)).dividedBy(2);
  }
}
