package io.wireroom.bench;

/** Where and how it was measured, in the words of every report. */
public final class Machine {
  private Machine() {}

  public static String described() {
    return """
        Medians of %d alternating rounds, after
        %d seconds of load for each to warm up. All processes share %d cores of a machine that
        does other work too: compare within a row only."""
        .formatted(
            Versus.ROUNDS,
            Versus.WARM_UP_ROUNDS * Versus.WARM_UP_ROUND.toSeconds(),
            Runtime.getRuntime().availableProcessors());
  }
}
