package io.wireroom.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Asks the operating system: hosts file, search domains, configured name servers.
 *
 * <p>Threading: the system call cannot be interrupted and holds its thread, so it runs on one of a
 * few platform threads; a caller that waited long enough leaves without it.
 */
public final class SystemResolver implements Resolver {
  private static final int THREADS = 8;
  private static final int QUEUE = 256;

  private final ThreadPoolExecutor threads;

  public SystemResolver() {
    this(
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(QUEUE),
            Thread.ofPlatform().daemon().name("wireroom-resolve-", 0).factory()));
    threads.allowCoreThreadTimeOut(true);
  }

  SystemResolver(ThreadPoolExecutor threads) {
    this.threads = threads;
  }

  @Override
  public Found resolve(String name, Duration within) {
    CompletableFuture<Found> answer;
    try {
      answer = CompletableFuture.supplyAsync(() -> ask(name), threads);
    } catch (RejectedExecutionException full) {
      return new Found.TooSlow();
    }
    return switch (Waiting.on(answer, within)) {
      case Waiting.Got<Found>(var found) -> found;
      case Waiting.Late<Found>() -> {
        answer.cancel(true);
        yield new Found.TooSlow();
      }
      case Waiting.Failed<Found>(var cause) -> new Found.Nothing(String.valueOf(cause));
    };
  }

  private static Found ask(String name) {
    try {
      return new Found.Addresses(List.of(InetAddress.getAllByName(name)));
    } catch (UnknownHostException e) {
      return new Found.Nothing("no such host: " + name);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
