package io.wireroom.engine.trigger.inbox;

import io.wireroom.engine.process.ProcessEngine.Unavailable;
import io.wireroom.engine.store.StoreTrouble;
import io.wireroom.engine.trigger.inbox.StoredEvent.LaneKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands one workflow's events to the broker. While all goes well they go straight from memory, some
 * at a time; after any trouble they are read from disk and go one by one, in their order, until
 * none is left.
 *
 * <p>Draining has a virtual thread of its own; the lock guards memory only.
 */
final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final int MOST_ON_THE_WAY = 128;
  private static final int MOST_IN_MEMORY = 2_000;
  private static final int PAGE = 100;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final LaneKey key;
  private final Handover handover;
  private final InboxQueries queries;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition settled = lock.newCondition();
  private final ArrayDeque<StoredEvent> fresh = new ArrayDeque<>();
  private int onTheWay;
  private boolean draining;
  private boolean more;
  private volatile boolean held;

  Lane(LaneKey key, Handover handover, InboxQueries queries, boolean held) {
    this.key = key;
    this.handover = handover;
    this.queries = queries;
    this.held = held;
  }

  /** Takes an event that was stored just now. */
  void offer(StoredEvent event) {
    lock.lock();
    try {
      if (held) {
        return;
      }
      if (draining) {
        more = true;
        return;
      }
      if (fresh.size() >= MOST_IN_MEMORY) {
        beginDraining();
        return;
      }
      fresh.add(event);
    } finally {
      lock.unlock();
    }
    pump();
  }

  private void pump() {
    for (var event = next(); event != null; event = next()) {
      handover
          .first(event)
          .onComplete(
              sent -> {
                arrived(sent.failed());
                pump();
              });
    }
  }

  private @org.jspecify.annotations.Nullable StoredEvent next() {
    lock.lock();
    try {
      if (held || draining || onTheWay >= MOST_ON_THE_WAY || fresh.isEmpty()) {
        return null;
      }
      onTheWay++;
      return fresh.remove();
    } finally {
      lock.unlock();
    }
  }

  private void arrived(boolean failed) {
    lock.lock();
    try {
      onTheWay--;
      settled.signalAll();
      if (failed) {
        beginDraining();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Goes through all events on disk that have no run: after a start, a pause, an expiry. */
  void drain() {
    lock.lock();
    try {
      beginDraining();
    } finally {
      lock.unlock();
    }
  }

  private void beginDraining() {
    fresh.clear();
    more = true;
    if (!draining && !held) {
      draining = true;
      var unused = Thread.ofVirtual().name("drain-" + key.workflow()).start(this::drainAll);
    }
  }

  /** From now on events stay on disk. */
  void hold() {
    lock.lock();
    try {
      held = true;
      fresh.clear();
    } finally {
      lock.unlock();
    }
  }

  void release() {
    held = false;
    drain();
  }

  private void drainAll() {
    try {
      awaitWhatIsOnTheWay();
      while (again()) {
        drainPagesOrWait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      over();
    } catch (RuntimeException e) {
      over();
      LOG.error("draining stopped workflow={}", key.workflow(), e);
    }
  }

  private void drainPagesOrWait() throws InterruptedException {
    try {
      drainPages();
    } catch (StoreTrouble e) {
      LOG.info("draining waits workflow={}: {}", key.workflow(), e.getMessage());
      Thread.sleep(LONGEST_PAUSE);
      seeAgain();
    }
  }

  /** What was not read is still there. */
  private void seeAgain() {
    lock.lock();
    try {
      more = true;
    } finally {
      lock.unlock();
    }
  }

  private void awaitWhatIsOnTheWay() throws InterruptedException {
    lock.lock();
    try {
      while (onTheWay > 0) {
        settled.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whether there is something to read; otherwise draining is over, under the same lock. */
  private boolean again() {
    lock.lock();
    try {
      draining = more && !held;
      more = false;
      return draining;
    } finally {
      lock.unlock();
    }
  }

  private void over() {
    lock.lock();
    try {
      draining = false;
    } finally {
      lock.unlock();
    }
  }

  private void drainPages() throws InterruptedException {
    var after = 0L;
    for (var page = queries.accepted(key, after, PAGE);
        !page.isEmpty();
        page = queries.accepted(key, after, PAGE)) {
      for (var event : page) {
        if (!deliver(event)) {
          return;
        }
        after = event.seq();
      }
    }
  }

  /** Tries until the broker has it; false when the lane is held meanwhile. */
  private boolean deliver(StoredEvent event) throws InterruptedException {
    for (var pause = FIRST_PAUSE; !held; pause = longer(pause)) {
      if (handover.has(event.id())) {
        return true;
      }
      try {
        handover.again(event);
        return true;
      } catch (Unavailable e) {
        Thread.sleep(pause);
      }
    }
    return false;
  }

  private static Duration longer(Duration pause) {
    var doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }
}
