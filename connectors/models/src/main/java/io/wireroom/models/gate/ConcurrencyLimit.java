package io.wireroom.models.gate;

import java.time.Instant;

/**
 * How many requests an endpoint takes at one time, found out by trying: half as many when it says
 * that it is too many, and then more again. It remembers where it was too many: up to there it
 * grows with each answer, around there by one in ten rounds, beyond by one in each round.
 *
 * <p>why a memory: by one in each round from the half, a quarter of the places would stand empty.
 *
 * <p>Threading: by the lock of its {@link RouteGate}.
 */
final class ConcurrencyLimit {
  private static final double CAREFUL = 10;

  private final int most;
  private double limit;
  private double tooMany;
  private Instant halved = Instant.MIN;

  ConcurrencyLimit(int most) {
    this.most = most;
    this.limit = most;
    this.tooMany = most + 2;
  }

  int now() {
    return (int) limit;
  }

  /**
   * The endpoint takes no more.
   *
   * @param sent when the request left
   * @return false when it left before the limit was halved, so that it says nothing new
   */
  boolean throttled(Instant sent, Instant now) {
    if (sent.isBefore(halved)) {
      return false;
    }
    tooMany = limit;
    limit = Math.max(1, limit / 2);
    halved = now;
    return true;
  }

  /** It answered while this many were under way; few say nothing about many. */
  void answered(int inFlight) {
    if (inFlight < now()) {
      return;
    }
    var step = limit < tooMany + 1 ? 1 / (CAREFUL * limit) : 1 / limit;
    var next = limit < tooMany - 1 ? Math.min(limit + 1, tooMany - 1) : limit + step;
    limit = Math.min(most, next);
  }
}
