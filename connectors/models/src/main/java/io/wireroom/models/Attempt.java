package io.wireroom.models;

import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Asking;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.endpoint.Failure;
import io.wireroom.models.endpoint.Listener;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Patience;
import io.wireroom.models.gate.Line;
import io.wireroom.models.gate.Need;
import io.wireroom.models.gate.RouteGate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request on its way: it takes a place at a route, and goes on to the next as {@link Reaction}
 * says and only before any content came. Blocks the calling virtual thread.
 */
final class Attempt {
  private static final Duration SHORTEST = Duration.ofMillis(200);
  private static final int ENOUGH = 20;

  private final ServedModel model;
  private final ModelRequest request;
  private final Need need;
  private final Asker asker;
  private final Keys keys;
  private final InstantSource clock;
  private final Instant deadline;
  private final Tries tries;
  private final List<RouteGate> left = new ArrayList<>();
  private boolean shadowed;

  Attempt(
      ServedModel model,
      ModelRequest request,
      Need need,
      Asker asker,
      Keys keys,
      InstantSource clock) {
    this.model = model;
    this.request = request;
    this.need = need;
    this.asker = asker;
    this.keys = keys;
    this.clock = clock;
    this.deadline = clock.instant().plus(asker.timeout());
    this.tries = new Tries(model.alias());
  }

  /** Asks these, the first one first. */
  ModelResult run(List<RouteGate> order) {
    left.addAll(open(order));
    model.hedges().called();
    while (true) {
      left.removeIf(gate -> !tries.mayTake(gate.route()));
      if (left.isEmpty()) {
        return tries.result();
      }
      if (time().compareTo(SHORTEST) < 0) {
        left.forEach(
            gate ->
                tries.missed(gate.route(), new Failure(Cause.TRANSIENT, "no time is left for it")));
        return tries.result();
      }
      var place = line().enter(left);
      if (place.isEmpty()) {
        left.forEach(gate -> tries.missed(gate.route(), gate.saturated(need)));
        return tries.result();
      }
      left.remove(place.get());
      shadow();
      var started = clock.instant();
      for (var ran : ask(place.get())) {
        switch (ran.result()) {
          case EndpointResult.Answered answer -> {
            var latency = Duration.between(started, clock.instant());
            return new ModelResult.Answered(answer, ran.gate().route(), latency);
          }
          case EndpointResult.Rejected(var rejection, var message) -> {
            return new ModelResult.Rejected(rejection, Tries.said(ran.gate().route(), message));
          }
          case EndpointResult.Failed(var failure) -> {
            tries.missed(ran.gate().route(), failure);
            if (!Reaction.to(failure).moves()) {
              return tries.result();
            }
          }
        }
      }
    }
  }

  /** Without those that are left alone now; when all are, each says why. */
  private List<RouteGate> open(List<RouteGate> order) {
    var open = new ArrayList<RouteGate>();
    for (var gate : order) {
      if (gate.stopped(() -> key(gate)).isEmpty()) {
        open.add(gate);
      } else {
        var key = key(gate);
        Thread.startVirtualThread(() -> gate.probe(key));
      }
    }
    if (open.isEmpty()) {
      order.forEach(gate -> tries.missed(gate.route(), gate.saturated(need)));
    }
    return open;
  }

  private List<Race.Ran> ask(RouteGate gate) {
    var late = late(gate);
    return late.isEmpty()
        ? List.of(new Race.Ran(gate, ask(gate, asker.listener(), Listener.NONE)))
        : new Race(this::ask, asker.listener()).run(gate, late.get(), () -> second(gate));
  }

  private EndpointResult ask(RouteGate gate, Listener listener, Listener watch) {
    var route = gate.route();
    var patience = Patience.of(route.deadlines(), time());
    return gate.answer(request, need, new Asking(() -> key(gate), patience, listener, watch));
  }

  /** When another route is asked as well; empty when none is. */
  private Optional<Duration> late(RouteGate gate) {
    var streamed = gate.route().wire().stream() || asker.listener() != Listener.NONE;
    if (!model.policy().hedged() || !streamed || elsewhere(gate).isEmpty()) {
      return Optional.empty();
    }
    var measured = gate.speed().firstToken();
    return Optional.of(measured.p95()).filter(p95 -> measured.count() >= ENOUGH);
  }

  private Optional<RouteGate> second(RouteGate first) {
    if (!model.hedges().spend()) {
      return Optional.empty();
    }
    var second = elsewhere(first).stream().filter(gate -> gate.enterExtra(need)).findFirst();
    second.ifPresentOrElse(left::remove, model.hedges()::giveBack);
    return second;
  }

  /** Routes that do not fail together with this one. */
  private List<RouteGate> elsewhere(RouteGate gate) {
    return left.stream()
        .filter(other -> !other.route().domain().equals(gate.route().domain()))
        .toList();
  }

  /** Asks the shadow beside the first call, and drops its answer. */
  private void shadow() {
    var shadow = model.shadow().filter(gate -> !shadowed);
    shadowed = true;
    shadow.ifPresent(
        gate -> {
          var key = key(gate);
          if (gate.stopped(() -> key).isEmpty() && gate.enterExtra(need)) {
            var patience = gate.route().deadlines();
            Thread.startVirtualThread(
                () ->
                    gate.answer(
                        request,
                        need,
                        new Asking(
                            () -> key, Patience.of(patience, patience.total()), Listener.NONE)));
          }
        });
  }

  private Line line() {
    var patience = model.policy().line();
    var time = time();
    return new Line(asker.workflow(), need, patience.compareTo(time) < 0 ? patience : time, clock);
  }

  private Duration time() {
    return Duration.between(clock.instant(), deadline);
  }

  private ApiKey key(RouteGate gate) {
    return keys.of(gate.route(), asker.credentials());
  }
}
