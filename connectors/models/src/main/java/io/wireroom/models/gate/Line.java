package io.wireroom.models.gate;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds a place for a request: at the first of some routes that has one, else at whichever has one
 * first.
 *
 * @param patience how long to stand in line at most
 */
public record Line(String workflow, Need need, Duration patience, InstantSource clock) {
  private static final Duration LEAST = Duration.ofMillis(5);

  /**
   * Enters one of the gates, in this order of preference; empty when none has a place in time, or
   * surely will not have. Blocks the calling virtual thread.
   */
  public Optional<RouteGate> enter(List<RouteGate> gates) {
    for (var gate : gates) {
      if (gate.enter(need)) {
        return Optional.of(gate);
      }
    }
    var waiter = new Waiter(workflow, need);
    var end = clock.instant().plus(patience);
    try {
      if (soonest(gates).compareTo(patience) >= 0) {
        return Optional.empty();
      }
      gates.forEach(gate -> gate.join(waiter));
      while (true) {
        var left = Duration.between(clock.instant(), end);
        if (!left.isPositive()) {
          return waiter.leave() ? Optional.empty() : Optional.of(waiter.place().join());
        }
        var seat = seat(waiter, within(soonest(gates), left));
        if (seat.isPresent()) {
          return seat;
        }
        gates.forEach(RouteGate::serve);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return waiter.leave() ? Optional.empty() : Optional.of(waiter.place().join());
    } finally {
      gates.forEach(RouteGate::tidy);
    }
  }

  private static Optional<RouteGate> seat(Waiter waiter, Duration pause)
      throws InterruptedException {
    try {
      return Optional.of(waiter.place().get(pause.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("nobody fails a place", e);
    }
  }

  private Duration soonest(List<RouteGate> gates) {
    return gates.stream()
        .map(gate -> gate.closedFor(need))
        .min(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** Until the clock lets somebody in, or all of it when only a leaving one can. */
  private static Duration within(Duration closed, Duration left) {
    var pause = closed.isZero() ? left : closed.compareTo(LEAST) < 0 ? LEAST : closed;
    return pause.compareTo(left) < 0 ? pause : left;
  }
}
