package io.wireroom.models.endpoint;

/** How much went in and came out, in the unit that the endpoint counts. */
public sealed interface Usage {
  /** Tokens, as the endpoint reports them. */
  record Tokens(long input, long output) implements Usage {}

  /** Words, counted here; a built-in knows no tokens. */
  record Words(long input, long output) implements Usage {}

  /** The endpoint does not say. */
  record Unknown() implements Usage {}

  /** Both together, as for an answer and its repair; unknown when either is or units differ. */
  default Usage plus(Usage other) {
    if (this instanceof Tokens a && other instanceof Tokens b) {
      return new Tokens(a.input() + b.input(), a.output() + b.output());
    }
    if (this instanceof Words a && other instanceof Words b) {
      return new Words(a.input() + b.input(), a.output() + b.output());
    }
    return new Unknown();
  }
}
