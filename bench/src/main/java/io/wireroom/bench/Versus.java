package io.wireroom.bench;

import io.wireroom.bench.Load.Round;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Two things measured in alternating rounds, so that a busy moment of the machine meets both. */
public record Versus(int connections, Round left, Round right) {
  public static final int ROUNDS = 5;
  static final Duration WARM_UP_ROUND = Duration.ofSeconds(15);
  static final int WARM_UP_ROUNDS = 6;

  /** Medians of {@link #ROUNDS} rounds of each after one to warm up. */
  public static Versus measure(int connections, Duration round, Callable<?> left, Callable<?> right)
      throws InterruptedException, ExecutionException {
    var lefts = new ArrayList<Round>();
    var rights = new ArrayList<Round>();
    for (int i = 0; i <= ROUNDS; i++) {
      var one = Load.run(connections, round, left);
      var other = Load.run(connections, round, right);
      if (i > 0) { // why: the first round warms up
        lefts.add(one);
        rights.add(other);
      }
      System.err.printf(
          "%d connections, round %d: %.0f/s beside %.0f/s%n",
          connections, i, one.perSecond(), other.perSecond());
    }
    return new Versus(connections, Round.median(lefts), Round.median(rights));
  }

  /**
   * Load for both until their JVMs have compiled what it needs, which takes two cores minutes; it
   * counts for nothing.
   */
  public static void warmUp(int connections, Callable<?> left, Callable<?> right)
      throws InterruptedException, ExecutionException {
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      var one = Load.run(connections, WARM_UP_ROUND, left);
      var other = Load.run(connections, WARM_UP_ROUND, right);
      System.err.printf("warming up: %.0f/s beside %.0f/s%n", one.perSecond(), other.perSecond());
    }
  }

  /** How long a round may last when all of them shall last {@code seconds}. */
  public static Duration round(int seconds, int levels) {
    return Duration.ofMillis(seconds * 1000L / (levels * (ROUNDS + 1) * 2L));
  }

  /** A table of several, with {@code unit} for what is counted per second. */
  public static List<String> table(String left, String right, String unit, List<Versus> rows) {
    var lines = new ArrayList<String>();
    lines.add(
        "| connections | %s: %s | p50 ms | p99 ms | %s: %s | p50 ms | p99 ms | %s ÷ %s |"
            .formatted(left, unit, right, unit, left, right));
    lines.add("|--:|--:|--:|--:|--:|--:|--:|--:|");
    rows.forEach(row -> lines.add(row.line()));
    return lines;
  }

  private String line() {
    return "| %d | %s | %s | %.2f |"
        .formatted(connections, cells(left), cells(right), left.perSecond() / right.perSecond());
  }

  private static String cells(Round round) {
    return "%.0f | %.1f | %.1f".formatted(round.perSecond(), round.p50(), round.p99());
  }
}
