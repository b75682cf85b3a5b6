package io.wireroom.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A closed loop: so many callers, each sending its next request when the last one is answered. */
public final class Load {
  private Load() {}

  /** Runs {@code call} in {@code connections} loops for a time. */
  static Round run(int connections, Duration time, Callable<?> call)
      throws InterruptedException, ExecutionException {
    var until = System.nanoTime() + time.toNanos();
    var begun = System.nanoTime();
    List<Future<List<Long>>> callers = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < connections; i++) {
        callers.add(executor.submit(() -> loop(call, until)));
      }
    }
    var took = System.nanoTime() - begun;
    var nanos = new ArrayList<Long>();
    for (var caller : callers) {
      nanos.addAll(caller.get());
    }
    return Round.of(nanos, took);
  }

  private static List<Long> loop(Callable<?> call, long until) throws Exception {
    var nanos = new ArrayList<Long>();
    while (System.nanoTime() < until) {
      var begun = System.nanoTime();
      call.call();
      nanos.add(System.nanoTime() - begun);
    }
    return nanos;
  }

  /** What one round measured: runs per second, and milliseconds at the percentiles. */
  public record Round(double perSecond, double p50, double p99) {
    static Round of(List<Long> nanos, long took) {
      var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
      return new Round(sorted.length / (took / 1e9), at(sorted, 0.50), at(sorted, 0.99));
    }

    private static double at(long[] sorted, double share) {
      return sorted.length == 0
          ? 0
          : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }

    /** The median of each figure over several rounds. */
    static Round median(List<Round> rounds) {
      return new Round(
          median(rounds.stream().mapToDouble(Round::perSecond).toArray()),
          median(rounds.stream().mapToDouble(Round::p50).toArray()),
          median(rounds.stream().mapToDouble(Round::p99).toArray()));
    }

    private static double median(double... values) {
      Arrays.sort(values);
      return values[values.length / 2];
    }
  }
}
