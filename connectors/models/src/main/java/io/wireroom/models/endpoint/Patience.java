package io.wireroom.models.endpoint;

import io.wireroom.models.route.Deadlines;
import java.time.Duration;

/**
 * How long to wait for one answer: for its first content, between two pieces, and in all.
 *
 * <p>Threading: used by the asking thread only.
 */
public final class Patience {
  private final Duration firstToken;
  private final Duration gap;
  private final long end;
  private long heard = System.nanoTime();
  private boolean begun;

  private Patience(Duration firstToken, Duration gap, Duration total) {
    this.firstToken = firstToken;
    this.gap = gap;
    this.end = heard + total.toNanos();
  }

  /** A limit for all of it and no other. */
  public static Patience of(Duration total) {
    return new Patience(total, total, total);
  }

  /** From now on; {@code total} when it is shorter than the deadlines'. */
  public static Patience of(Deadlines deadlines, Duration total) {
    return new Patience(deadlines.firstToken(), deadlines.gap(), shorter(deadlines.total(), total));
  }

  /** Of the whole. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /** Until the next piece of content has to be there. */
  public Duration next() {
    var since = Duration.ofNanos(System.nanoTime() - heard);
    var silence = (begun ? gap : firstToken).minus(since);
    return shorter(left(), silence.isNegative() ? Duration.ZERO : silence);
  }

  /** Some content came. */
  public void heard() {
    begun = true;
    heard = System.nanoTime();
  }

  /** A further request of the same answer begins. */
  public void again() {
    begun = false;
    heard = System.nanoTime();
  }

  /** Whether content came. */
  public boolean begun() {
    return begun;
  }

  /** What was waited for in vain, to go after the endpoint's name. */
  public String lateness() {
    if (left().isZero()) {
      return "it took longer than it may take";
    }
    return begun ? "it fell silent in the middle of its answer" : "its first word did not come";
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
