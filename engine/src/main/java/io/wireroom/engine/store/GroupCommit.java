package io.wireroom.engine.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what many callers bring as one transaction, so that they share one fsync.
 *
 * <p>One platform thread; a write's future completes on it, after the disk has the transaction.
 */
public final class GroupCommit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int MOST_WAITING = 8_192;
  private static final int MOST_AT_ONCE = 512;

  private final Database database;
  private final BlockingQueue<Write<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicBoolean unsure = new AtomicBoolean();
  private final Trouble trouble;
  private final Thread thread;
  private volatile boolean open = true;

  /**
   * @param name of its thread
   */
  public GroupCommit(Database database, String name, Trouble trouble) {
    this.database = database;
    this.trouble = trouble;
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::work);
    thread.start();
  }

  /** What a writer is told whose write is not kept: too much waits, or the store refuses. */
  public record Trouble(
      Supplier<RuntimeException> full, Function<RuntimeException, RuntimeException> notStored) {}

  /** Fails when too much waits to be written, or the disk refuses; nothing is kept then. */
  public <T> Future<T> write(Function<DSLContext, T> work) {
    var write = new Write<T>(work, Promise.promise());
    if (!open || !waiting.offer(write)) {
      return Future.failedFuture(trouble.full().get());
    }
    return write.promise().future();
  }

  /** Something failed after which nobody knows what the store has. */
  public void doubt() {
    unsure.set(true);
  }

  /** Whether there was such a failure since the last question. */
  public boolean doubted() {
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
    var closed = new IllegalStateException("closed");
    waiting.forEach(write -> write.fail(trouble.notStored().apply(closed)));
  }

  private void commit(List<Write<?>> batch) {
    List<Runnable> done;
    try {
      done = database.write(db -> batch.stream().map(write -> write.run(db)).toList());
    } catch (RuntimeException e) {
      if (e instanceof StoreTrouble store && store.kind() == StoreTrouble.Kind.AWAY) {
        doubt();
      }
      if (batch.size() == 1 || e instanceof StoreTrouble) {
        LOG.warn("not stored count={} cause={}", batch.size(), String.valueOf(e.getMessage()));
        batch.forEach(write -> write.fail(trouble.notStored().apply(e)));
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
