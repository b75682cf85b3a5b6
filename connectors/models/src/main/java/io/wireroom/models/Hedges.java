package io.wireroom.models;

/** How many requests of a model may be sent twice: at most one in twenty, and few at once. */
final class Hedges {
  private static final int ONE_IN = 20;
  private static final int AT_ONCE = 5;

  private long saved;

  /** A request was made. */
  synchronized void called() {
    saved = Math.min(saved + 1, (long) ONE_IN * AT_ONCE);
  }

  /** Whether there is one to spend, which is spent with that. */
  synchronized boolean spend() {
    if (saved < ONE_IN) {
      return false;
    }
    saved -= ONE_IN;
    return true;
  }

  /** It was not needed. */
  synchronized void giveBack() {
    saved += ONE_IN;
  }
}
