package io.wireroom.engine.trigger.inbox;

import io.vertx.core.Future;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.process.ProcessEngine.Unavailable;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes sure that the history has everything that the broker did up to a moment: it puts a marker
 * into the log of each partition and waits until the record stream brings all of them.
 *
 * <p>Blocks; for virtual threads.
 */
final class RecordBarrier {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ProcessEngine engine;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Map<String, CompletableFuture<Boolean>> expected = new ConcurrentHashMap<>();
  private OptionalLong passed = OptionalLong.empty();

  RecordBarrier(ProcessEngine engine) {
    this.engine = engine;
  }

  /** The record stream brought a marker. */
  void seen(String marker) {
    var waiting = expected.remove(marker);
    if (waiting != null) {
      waiting.complete(true);
    }
  }

  /**
   * Returns when the history has all that the broker did before {@code moment}.
   *
   * @param moment of {@link System#nanoTime}
   * @throws Unavailable when the broker or the record stream is away
   */
  void pass(long moment) {
    // why a lock around I/O: all who wait want the same, and are virtual threads
    oneAtATime.lock();
    try {
      if (passed.isEmpty() || passed.getAsLong() - moment < 0) {
        var begun = System.nanoTime();
        send();
        passed = OptionalLong.of(begun);
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  private void send() {
    var markers = Future.await(engine.newMarkers());
    var all = new CompletableFuture<?>[markers.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = expected.computeIfAbsent(markers.get(i), m -> new CompletableFuture<>());
    }
    try {
      for (var marker : markers) {
        Future.await(engine.mark(marker));
      }
      CompletableFuture.allOf(all).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Unavailable("the broker's records do not come", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("Wireroom is stopping", e);
    } finally {
      markers.forEach(expected::remove);
    }
  }
}
