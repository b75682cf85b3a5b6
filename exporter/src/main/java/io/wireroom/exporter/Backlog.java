package io.wireroom.exporter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the broker gave and the engine has not stored yet, within bounds.
 *
 * <p>One thread adds, one takes. There is no waiting for a batch to fill: a batch is whatever piled
 * up while the last one was on its way.
 */
final class Backlog {
  private static final int MOST_LINES = 8_192;
  private static final int MOST_BYTES = 16 << 20;
  private static final int BATCH_LINES = 1_000;
  private static final int BATCH_BYTES = 1 << 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Line> lines = new ArrayDeque<>();
  private long bytes;
  private long seen = -1;
  private boolean underway;

  /** Adds, waiting at most {@code patience} milliseconds for room; false when there is none. */
  boolean add(Line line, long patience) throws InterruptedException {
    lock.lock();
    try {
      var nanos = TimeUnit.MILLISECONDS.toNanos(patience);
      while (lines.size() >= MOST_LINES || bytes >= MOST_BYTES) {
        if (nanos <= 0) {
          return false;
        }
        nanos = changed.awaitNanos(nanos);
      }
      lines.add(line);
      bytes += line.json().length;
      seen = line.position();
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Notes a record that needs no storing; true when nothing before it is left to store. */
  boolean skip(long position) {
    lock.lock();
    try {
      seen = position;
      return lines.isEmpty() && !underway;
    } finally {
      lock.unlock();
    }
  }

  /** The next batch, waiting until there is one; it counts as under way until {@link #stored}. */
  List<Line> take() throws InterruptedException {
    lock.lock();
    try {
      while (lines.isEmpty()) {
        changed.await();
      }
      var batch = new ArrayList<Line>();
      var size = 0L;
      do {
        var line = lines.remove();
        batch.add(line);
        size += line.json().length;
      } while (!lines.isEmpty() && batch.size() < BATCH_LINES && size < BATCH_BYTES);
      bytes -= size;
      underway = true;
      changed.signalAll();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** Says that the batch up to {@code last} is stored; returns up to where nothing is left. */
  long stored(long last) {
    lock.lock();
    try {
      underway = false;
      return lines.isEmpty() ? seen : last;
    } finally {
      lock.unlock();
    }
  }
}
