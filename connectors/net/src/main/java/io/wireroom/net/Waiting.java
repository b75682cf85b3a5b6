package io.wireroom.net;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Parks the calling virtual thread on a future, for a limited time. */
sealed interface Waiting<T> {
  record Got<T>(T value) implements Waiting<T> {}

  record Failed<T>(Throwable cause) implements Waiting<T> {}

  record Late<T>() implements Waiting<T> {}

  static <T> Waiting<T> on(CompletableFuture<T> future, Duration limit) {
    try {
      return new Got<>(future.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return new Late<>();
    } catch (ExecutionException e) {
      return new Failed<>(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Failed<>(new CancellationException("interrupted"));
    }
  }
}
