package io.wireroom.models.gate;

import java.util.concurrent.CompletableFuture;

/**
 * A request that stands in line, at one route or at several; the first that has a place takes it.
 */
final class Waiter {
  private final String workflow;
  private final Need need;
  private final CompletableFuture<RouteGate> place = new CompletableFuture<>();

  Waiter(String workflow, Need need) {
    this.workflow = workflow;
    this.need = need;
  }

  String workflow() {
    return workflow;
  }

  Need need() {
    return need;
  }

  /** Where its place is, once it has one. */
  CompletableFuture<RouteGate> place() {
    return place;
  }

  /** Whether it has no place yet and still wants one. */
  boolean waits() {
    return !place.isDone();
  }

  /** Gives it a place; false when it has one elsewhere or has left. */
  boolean seat(RouteGate gate) {
    return place.complete(gate);
  }

  /** Leaves; false when it was given a place before. */
  boolean leave() {
    return place.cancel(false);
  }
}
