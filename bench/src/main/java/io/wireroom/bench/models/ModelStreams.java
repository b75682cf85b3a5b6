package io.wireroom.bench.models;

import io.wireroom.bench.faults.Child;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many streams at one time, in a process of its own: prints how many were whole, the most that were
 * under way together, and the heap that lived then in bytes.
 */
final class ModelStreams {
  private ModelStreams() {}

  public static void main(String[] args) throws Exception {
    Child.endWithParent();
    var count = Integer.parseInt(args[1]);
    var underWay = new AtomicInteger();
    var whole = new AtomicInteger();
    var allSpoke = new CountDownLatch(count);
    try (var asking = new Asking(URI.create(args[0]));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < count; i++) {
        threads.submit(() -> stream(asking, underWay, allSpoke, whole));
      }
      allSpoke.await(60, TimeUnit.SECONDS);
      var together = underWay.get();
      var memory = ManagementFactory.getMemoryMXBean();
      memory.gc();
      var heap = memory.getHeapMemoryUsage().getUsed();
      threads.shutdown();
      threads.awaitTermination(2, TimeUnit.MINUTES);
      System.out.println(whole + " " + together + " " + heap);
    }
    System.exit(0);
  }

  private static void stream(
      Asking asking, AtomicInteger underWay, CountDownLatch allSpoke, AtomicInteger whole) {
    var spoke = new AtomicInteger();
    var pieces = new AtomicInteger();
    asking.ask(
        ModelServer.PACED,
        event -> {
          if (event.content()) {
            pieces.incrementAndGet();
            if (spoke.getAndIncrement() == 0) {
              underWay.incrementAndGet();
              allSpoke.countDown();
            }
          }
          return true;
        });
    underWay.decrementAndGet();
    if (pieces.get() == ModelServer.PIECES) {
      whole.incrementAndGet();
    }
  }
}
