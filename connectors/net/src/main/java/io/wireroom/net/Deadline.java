package io.wireroom.net;

import java.time.Duration;

/** A moment on the monotonic clock. */
record Deadline(long nanos) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
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
    var left = left();
    return left.compareTo(limit) < 0 ? left : limit;
  }
}
