package io.wireroom.exporter;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the broker gave and the engine has not stored yet, within bounds.
 *
 * <p>One thread adds, one takes. A batch is whatever piled up while the last one was on its way, or
 * in a few milliseconds; a record that somebody may wait for sends it off at once, while anybody
 * waits.
 */
final class Backlog {
  private static final int MOST_LINES = 8_192;
  private static final int MOST_BYTES = 16 << 20;
  private static final int BATCH_LINES = 1_000;
  private static final int BATCH_BYTES = 1 << 20;

  /** Each batch is a request and a transaction: a short wait makes several of a step's one. */
  private static final Duration LINGER = Duration.ofMillis(50);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final Condition due = lock.newCondition();
  private final ArrayDeque<Line> lines = new ArrayDeque<>();
  private long bytes;
  private int awaited;
  private boolean hurried = true;
  private long seen = -1;
  private long safe = -1;
  private boolean underway;
  private final Duration linger;

  Backlog() {
    this(LINGER);
  }

  /**
   * @param linger how long a batch waits for more
   */
  Backlog(Duration linger) {
    this.linger = linger;
  }

  /** Adds, waiting at most {@code patience} milliseconds for room; false when there is none. */
  boolean add(Line line, long patience) throws InterruptedException {
    lock.lock();
    try {
      var nanos = TimeUnit.MILLISECONDS.toNanos(patience);
      while (lines.size() >= MOST_LINES || bytes >= MOST_BYTES) {
        if (nanos <= 0) {
          return false;
        }
        nanos = room.awaitNanos(nanos);
      }
      lines.add(line);
      bytes += line.json().length;
      awaited += line.awaited() ? 1 : 0;
      seen = line.position();
      if (lines.size() == 1 || isDue()) {
        due.signal();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Whether a record that somebody may wait for is to be sent at once. */
  void hurry(boolean wanted) {
    lock.lock();
    try {
      hurried = wanted;
    } finally {
      lock.unlock();
    }
  }

  private boolean isDue() {
    return (hurried && awaited > 0) || lines.size() >= BATCH_LINES || bytes >= BATCH_BYTES;
  }

  /** Notes a record that needs no storing. */
  void skip(long position) {
    lock.lock();
    try {
      seen = position;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next batch, waiting at most {@code patience} for its first line; empty when there is none.
   * It counts as under way until {@link #stored}.
   */
  List<Line> take(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      for (var nanos = patience.toNanos(); lines.isEmpty(); nanos = due.awaitNanos(nanos)) {
        if (nanos <= 0) {
          return List.of();
        }
      }
      var nanos = linger.toNanos();
      while (!isDue() && nanos > 0) {
        nanos = due.awaitNanos(nanos);
      }
      var batch = new ArrayList<Line>();
      var size = 0L;
      do {
        var line = lines.remove();
        batch.add(line);
        size += line.json().length;
        awaited -= line.awaited() ? 1 : 0;
      } while (!lines.isEmpty() && batch.size() < BATCH_LINES && size < BATCH_BYTES);
      bytes -= size;
      underway = true;
      room.signal();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** Says that the batch up to {@code last} is stored. */
  void stored(long last) {
    lock.lock();
    try {
      underway = false;
      safe = last;
    } finally {
      lock.unlock();
    }
  }

  /** The position up to which nothing is left to store; below 0 when there is none yet. */
  long safe() {
    lock.lock();
    try {
      if (lines.isEmpty() && !underway) {
        safe = seen;
      }
      return safe;
    } finally {
      lock.unlock();
    }
  }
}
