package io.wireroom.engine.history;

import java.time.Instant;

/**
 * A run's place in lists as one number that grows with its start: milliseconds, then the lower 20
 * bits of its key, so that runs of one millisecond have an order too.
 */
final class Place {
  private static final int KEY_BITS = 20;
  private static final long KEY_MASK = (1L << KEY_BITS) - 1;

  private Place() {}

  static long of(Instant startedAt, long key) {
    return first(startedAt) | (key & KEY_MASK);
  }

  /** The smallest of this millisecond. */
  static long first(Instant startedAt) {
    return startedAt.toEpochMilli() << KEY_BITS;
  }

  static Instant start(long place) {
    return Instant.ofEpochMilli(place >> KEY_BITS);
  }
}
