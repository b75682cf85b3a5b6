package io.wireroom.library;

import io.wireroom.connector.Step;
import io.wireroom.net.Request.Limits;
import java.time.Duration;

/** Keeps a request inside the step that makes it. */
public final class Deadline {
  private Deadline() {}

  /** Limits of at most {@code wish}, and of nine tenths of the step, so that it can still tell. */
  public static Limits within(Step step, Duration wish) {
    var most = step.timeout().multipliedBy(9).dividedBy(10);
    var total = wish.compareTo(most) < 0 ? wish : most;
    return new Limits(Duration.ofSeconds(10), total, total, Limits.DEFAULT.maxBytes()).total(total);
  }
}
