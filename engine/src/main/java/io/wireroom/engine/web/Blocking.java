package io.wireroom.engine.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/** The step from the event loop to work that blocks, and back. */
public final class Blocking {
  private Blocking() {}

  /** Runs {@code work} on a worker thread; its result comes back on the caller's context. */
  @SuppressWarnings("NullAway") // why: Vert.x allows null results here, our callables give none
  public static <T> Future<T> call(Vertx vertx, Callable<T> work) {
    return vertx.executeBlocking(work, false);
  }

  /** The same for work that awaits futures, which a worker thread must not: on a virtual thread. */
  public static <T> Future<T> awaiting(Vertx vertx, Callable<T> work) {
    var context = vertx.getOrCreateContext();
    Promise<T> result = Promise.promise();
    Thread.startVirtualThread(
        () -> {
          try {
            var value = work.call();
            context.runOnContext(v -> result.complete(value));
          } catch (Exception e) {
            context.runOnContext(v -> result.fail(e));
          }
        });
    return result.future();
  }
}
