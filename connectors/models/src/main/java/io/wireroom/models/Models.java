package io.wireroom.models;

import io.wireroom.connector.Connections;
import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Asking;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.endpoint.Failure;
import io.wireroom.models.endpoint.Listener;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Patience;
import io.wireroom.models.endpoint.Rejection;
import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.ModelTable;
import io.wireroom.models.route.Route;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The models that a workflow can ask, by alias, and the one place that asks again: the routes of an
 * alias are tried in order, the next one as {@link Reaction} says and only before any content came.
 *
 * <p>Threading: {@link #ask} blocks the calling virtual thread.
 */
public final class Models {
  private static final Duration SHORTEST = Duration.ofMillis(200);

  private volatile Map<String, List<RouteGate>> aliases = Map.of();
  private final Endpoints endpoints;
  private final Keys keys;
  private final Connections connections;
  private final InstantSource clock;

  /**
   * @param environment the key of a route, by the name of its variable; asked at each request
   * @param connections tells {@link #states} whether a key is there; a request brings its own
   * @param serverIdentity whether a route may use the server's own AWS identity
   */
  public Models(
      ModelTable table,
      Endpoints endpoints,
      Function<String, Optional<String>> environment,
      Connections connections,
      boolean serverIdentity,
      InstantSource clock) {
    this.keys = new Keys(environment, serverIdentity);
    this.connections = connections;
    this.clock = clock;
    this.endpoints = endpoints;
    use(table);
  }

  /**
   * Goes on with this table. What is under way ends by the old one; a route that did not change
   * keeps its places and what was learned about its endpoint.
   */
  public synchronized void use(ModelTable table) {
    var gates = new HashMap<Route, RouteGate>();
    aliases.values().forEach(all -> all.forEach(gate -> gates.put(gate.route(), gate)));
    var next = new LinkedHashMap<String, List<RouteGate>>();
    table
        .aliases()
        .forEach(
            (alias, routes) ->
                next.put(
                    alias,
                    routes.stream().map(r -> gates.computeIfAbsent(r, this::gate)).toList()));
    aliases = Collections.unmodifiableMap(next);
  }

  private RouteGate gate(Route route) {
    return new RouteGate(route, endpoints.of(route));
  }

  /**
   * Asks {@code alias} for a whole answer, for at most {@code timeout} over all its routes.
   *
   * @param credentials where the asking step finds keys, so that it knows which it was given
   */
  public ModelResult ask(
      String alias,
      ModelRequest request,
      Optional<Budget> budget,
      Connections credentials,
      Duration timeout) {
    return ask(alias, request, budget, new Asker(credentials, timeout, Listener.NONE));
  }

  /** Asks {@code alias}; a listener is handed the pieces of one answer only. */
  public ModelResult ask(String alias, ModelRequest request, Optional<Budget> budget, Asker asker) {
    var gates = aliases.getOrDefault(alias, List.of());
    if (gates.isEmpty()) {
      // why no incident: a workflow can go on without its model, by asking a person
      return new ModelResult.Rejected(
          Rejection.MISSING,
          "no model has the name \"%s\"; there are: %s"
              .formatted(alias, String.join(", ", aliases.keySet())));
    }
    // why: what an answer will cost is known only afterwards, so a budget is kept where it is free
    var usable = gates.stream().filter(g -> budget.isEmpty() || costsNothing(g.route())).toList();
    if (usable.isEmpty()) {
      return new ModelResult.Broken(
          "the budget cannot be kept: no route of %s is free of charge; leave the budget out"
              .formatted(alias));
    }
    return tryInOrder(usable, new Tries(alias), request, asker);
  }

  /** All aliases with their routes, in the order of the settings. */
  public Map<String, List<RouteState>> states() {
    var states = new LinkedHashMap<String, List<RouteState>>();
    aliases.forEach((alias, gates) -> states.put(alias, gates.stream().map(this::state).toList()));
    return states;
  }

  private ModelResult tryInOrder(
      List<RouteGate> gates, Tries tries, ModelRequest request, Asker asker) {
    var deadline = clock.instant().plus(asker.timeout());
    for (var gate : gates) {
      var route = gate.route();
      var started = clock.instant();
      var left = Duration.between(started, deadline);
      if (!tries.mayTake(route)) {
        continue;
      }
      if (left.compareTo(SHORTEST) < 0) {
        tries.missed(route, new Failure(Cause.TRANSIENT, "no time is left for it"));
        continue;
      }
      var asking =
          new Asking(
              () -> keys.of(route, asker.credentials()),
              Patience.of(route.deadlines(), left),
              asker.listener());
      switch (gate.answer(request, asking)) {
        case EndpointResult.Answered answer -> {
          var latency = Duration.between(started, clock.instant());
          return new ModelResult.Answered(answer, route, latency);
        }
        case EndpointResult.Rejected(var rejection, var message) -> {
          return new ModelResult.Rejected(rejection, Tries.said(route, message));
        }
        case EndpointResult.Failed(var failure) -> {
          tries.missed(route, failure);
          if (!Reaction.to(failure).moves()) {
            return tries.result();
          }
        }
      }
    }
    return tries.result();
  }

  private RouteState state(RouteGate gate) {
    if (keys.of(gate.route(), connections) instanceof ApiKey.Missing) {
      return new RouteState(gate.route(), "no-key");
    }
    return new RouteState(gate.route(), gate.full() ? "busy" : "ready");
  }

  private static boolean costsNothing(Route route) {
    return route.adapter() == Adapter.LOCAL_EXTRACTIVE;
  }
}
