package io.wireroom.net;

import java.time.Duration;

/** A moment on the monotonic clock. */
record Deadline(long nanos) {
  private static final Duration FARTHEST = Duration.ofDays(1);

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + shorter(time, FARTHEST).toNanos());
  }

  /** The time left, not below zero. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }

  boolean over() {
    return nanos - System.nanoTime() <= 0;
  }

  /** The time left, but no more than {@code limit}. */
  Duration left(Duration limit) {
    return shorter(left(), limit);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
