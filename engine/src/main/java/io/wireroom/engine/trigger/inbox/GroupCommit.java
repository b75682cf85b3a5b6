package io.wireroom.engine.trigger.inbox;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.store.StoreTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what many callers bring as one transaction, so that they share one fsync.
 *
 * <p>One platform thread; a write's future completes on it, after the disk has the transaction.
 */
final class GroupCommit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int MOST_WAITING = 8_192;
  private static final int MOST_AT_ONCE = 512;

  private final Database database;
  private final BlockingQueue<Write<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("inbox-writer").unstarted(this::work);
  private final AtomicBoolean unsure = new AtomicBoolean();
  private volatile boolean open = true;

  GroupCommit(Database database) {
    this.database = database;
    thread.start();
  }

  /** Fails when too much waits to be written, or the disk refuses; nothing is kept then. */
  <T> Future<T> write(Function<DSLContext, T> work) {
    var write = new Write<T>(work, Promise.promise());
    if (!open || !waiting.offer(write)) {
      return Future.failedFuture(InboxTrouble.full());
    }
    return write.promise().future();
  }

  /** Something failed after which nobody knows what the store has. */
  void doubt() {
    unsure.set(true);
  }

  /** Whether there was such a failure since the last question. */
  boolean doubted() {
    return unsure.getAndSet(false);
  }

  private void work() {
    var batch = new ArrayList<Write<?>>();
    try {
      while (open || !waiting.isEmpty()) {
        batch.add(waiting.take());
        waiting.drainTo(batch, MOST_AT_ONCE - 1);
        commit(batch);
        batch.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    waiting.forEach(write -> write.fail(InboxTrouble.notStored()));
  }

  private void commit(List<Write<?>> batch) {
    List<Runnable> done;
    try {
      done = database.write(db -> batch.stream().map(write -> write.run(db)).toList());
    } catch (RuntimeException e) {
      if (e instanceof StoreTrouble trouble && trouble.kind() == StoreTrouble.Kind.AWAY) {
        doubt();
      }
      if (batch.size() == 1 || e instanceof StoreTrouble) {
        LOG.warn(
            "events not stored count={} cause={}", batch.size(), String.valueOf(e.getMessage()));
        batch.forEach(write -> write.fail(InboxTrouble.notStored(e)));
      } else { // why: one write's bug must not take the others along
        batch.forEach(write -> commit(List.of(write)));
      }
      return;
    }
    done.forEach(Runnable::run);
  }

  @Override
  public void close() throws InterruptedException {
    open = false;
    var unused = waiting.offer(new Write<>(db -> true, Promise.promise())); // why: wakes the thread
    thread.join(5_000);
    thread.interrupt();
  }

  private record Write<T>(Function<DSLContext, T> work, Promise<T> promise) {
    /** Does the work; what is returned tells the caller, once it is committed. */
    Runnable run(DSLContext db) {
      var result = work.apply(db);
      return () -> promise.tryComplete(result);
    }

    void fail(RuntimeException cause) {
      promise.tryFail(cause);
    }
  }
}
