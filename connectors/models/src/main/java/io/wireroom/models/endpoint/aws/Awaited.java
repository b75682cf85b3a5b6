package io.wireroom.models.endpoint.aws;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What came of a call, for which the calling virtual thread waits; late calls are cancelled. */
sealed interface Awaited<T> {
  record Got<T>(T value) implements Awaited<T> {}

  record Failed<T>(Throwable cause) implements Awaited<T> {}

  record Late<T>() implements Awaited<T> {}

  record Interrupted<T>() implements Awaited<T> {}

  static <T> Awaited<T> on(CompletableFuture<T> call, Duration limit) {
    try {
      return new Got<>(call.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      call.cancel(true);
      return new Late<>();
    } catch (ExecutionException e) {
      return new Failed<>(root(e));
    } catch (CancellationException e) {
      return new Failed<>(e);
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return new Interrupted<>();
    }
  }

  /** Without the wrappers that futures put around it. */
  static Throwable root(Throwable wrapped) {
    var at = wrapped;
    while ((at instanceof CompletionException || at instanceof ExecutionException)
        && at.getCause() != null) {
      at = at.getCause();
    }
    return at;
  }
}
