package io.wireroom.models.endpoint;

/** How much went in and came out, in the unit that the endpoint counts. */
public sealed interface Usage {
  /**
   * Tokens as the endpoint reports them, in buckets that do not overlap: what was read from a cache
   * is not in {@code input}, and what was thought is not in {@code output}.
   */
  record Tokens(
      long input, long output, long cacheRead, long cacheWrite5m, long cacheWrite1h, long reasoning)
      implements Usage {
    /** Without cache and thoughts. */
    public Tokens(long input, long output) {
      this(input, output, 0, 0, 0, 0);
    }

    /** All that went in. */
    public long in() {
      return input + cacheRead + cacheWrite5m + cacheWrite1h;
    }

    /** All that came out. */
    public long out() {
      return output + reasoning;
    }
  }

  /** Words, counted here; a built-in knows no tokens. */
  record Words(long input, long output) implements Usage {}

  /** The endpoint does not say. */
  record Unknown() implements Usage {}

  /** Both together, as for an answer and its repair; unknown when either is or units differ. */
  default Usage plus(Usage other) {
    if (this instanceof Tokens a && other instanceof Tokens b) {
      return new Tokens(
          a.input() + b.input(),
          a.output() + b.output(),
          a.cacheRead() + b.cacheRead(),
          a.cacheWrite5m() + b.cacheWrite5m(),
          a.cacheWrite1h() + b.cacheWrite1h(),
          a.reasoning() + b.reasoning());
    }
    if (this instanceof Words a && other instanceof Words b) {
      return new Words(a.input() + b.input(), a.output() + b.output());
    }
    return new Unknown();
  }
}
