package io.wireroom.net;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many requests may be under way to one host and port, and how many may wait for their turn.
 *
 * <p>Threading: waiting parks the calling virtual thread. A host without requests takes no memory.
 */
final class Lanes {
  private final ConcurrentHashMap<String, Lane> lanes = new ConcurrentHashMap<>();
  private final int width;
  private final int waiters;

  Lanes(int width, int waiters) {
    this.width = width;
    this.waiters = waiters;
  }

  /** What came of asking for a place. */
  sealed interface Entry {
    /** Close it when the request is done. */
    record Entered(Runnable leave) implements Entry, AutoCloseable {
      @Override
      public void close() {
        leave.run();
      }
    }

    /** Too many wait already. */
    record Full() implements Entry {}

    /** No place became free in time. */
    record Late() implements Entry {}
  }

  Entry enter(String host, Duration patience) {
    var lane = join(host);
    if (lane.present > width + waiters) {
      leave(host);
      return new Entry.Full();
    }
    try {
      if (lane.places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return new Entry.Entered(
            () -> {
              lane.places.release();
              leave(host);
            });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    leave(host);
    return new Entry.Late();
  }

  /** Hosts with a request under way or waiting. */
  int hosts() {
    return lanes.size();
  }

  private Lane join(String host) {
    var first = new Lane(new Semaphore(width, true), 1);
    return lanes.merge(host, first, (old, none) -> new Lane(old.places, old.present + 1));
  }

  private void leave(String host) {
    lanes.computeIfPresent(
        host, (key, lane) -> lane.present == 1 ? null : new Lane(lane.places, lane.present - 1));
  }

  /** The places of one host, and how many requests hold one or wait for one. */
  private record Lane(Semaphore places, int present) {}
}
