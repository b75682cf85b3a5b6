package io.wireroom.models;

import io.wireroom.connector.Connections;
import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Endpoint;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.endpoint.LocalExtractiveEndpoint;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.OpenAiEndpoint;
import io.wireroom.models.endpoint.Rejection;
import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.ModelTable;
import io.wireroom.models.route.Route;
import io.wireroom.net.Door;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The models that a workflow can ask, by alias. The routes of an alias are tried in order; the next
 * one only when the one before was busy or unreachable, so before it gave any content.
 *
 * <p>Threading: {@link #ask} blocks the calling virtual thread.
 */
public final class Models {
  private static final Duration SHORTEST = Duration.ofMillis(200);

  private final Map<String, List<RouteGate>> aliases = new LinkedHashMap<>();
  private final Keys keys;
  private final Connections connections;
  private final InstantSource clock;

  /**
   * @param environment the key of a route, by the name of its variable; asked at each request
   * @param connections tells {@link #states} whether a key is there; a request brings its own
   */
  public Models(
      ModelTable table,
      Door door,
      Function<String, Optional<String>> environment,
      Connections connections,
      InstantSource clock) {
    this.keys = new Keys(environment);
    this.connections = connections;
    this.clock = clock;
    var gates = new LinkedHashMap<String, RouteGate>();
    table
        .aliases()
        .forEach(
            (alias, routes) ->
                aliases.put(
                    alias,
                    routes.stream()
                        .map(r -> gates.computeIfAbsent(r.name(), n -> gate(r, door)))
                        .toList()));
  }

  /**
   * Asks {@code alias}, for at most {@code timeout} over all its routes.
   *
   * @param credentials where the asking step finds keys, so that it knows which it was given
   */
  public ModelResult ask(
      String alias,
      ModelRequest request,
      Optional<Budget> budget,
      Connections credentials,
      Duration timeout) {
    var gates = aliases.getOrDefault(alias, List.of());
    if (gates.isEmpty()) {
      // why no incident: a workflow can go on without its model, by asking a person
      return new ModelResult.Rejected(
          Rejection.MISSING,
          "no model has the name \"%s\"; there are: %s"
              .formatted(alias, String.join(", ", aliases.keySet())));
    }
    // why: no prices are known yet, so a budget can be kept only where asking costs nothing
    var usable = gates.stream().filter(g -> budget.isEmpty() || costsNothing(g.route())).toList();
    if (usable.isEmpty()) {
      return new ModelResult.Broken(
          "the budget cannot be kept: no route of %s has a known price; leave the budget out"
              .formatted(alias));
    }
    return tryInOrder(usable, new Tries(alias), request, credentials, timeout);
  }

  /** All aliases with their routes, in the order of the settings. */
  public Map<String, List<RouteState>> states() {
    var states = new LinkedHashMap<String, List<RouteState>>();
    aliases.forEach((alias, gates) -> states.put(alias, gates.stream().map(this::state).toList()));
    return states;
  }

  private ModelResult tryInOrder(
      List<RouteGate> gates,
      Tries tries,
      ModelRequest request,
      Connections credentials,
      Duration timeout) {
    var deadline = clock.instant().plus(timeout);
    for (var gate : gates) {
      var started = clock.instant();
      var left = shorter(Duration.between(started, deadline), gate.route().timeout());
      if (left.compareTo(SHORTEST) < 0) {
        tries.unreachable(gate.route(), "no time is left for it");
        continue;
      }
      switch (gate.answer(request, () -> keys.of(gate.route(), credentials), left)) {
        case EndpointResult.Answered answer -> {
          var latency = Duration.between(started, clock.instant());
          return new ModelResult.Answered(answer, gate.route(), latency);
        }
        case EndpointResult.Rejected(var rejection, var message) -> {
          return new ModelResult.Rejected(rejection, Tries.said(gate.route(), message));
        }
        case EndpointResult.Broken(var reason) -> {
          return new ModelResult.Broken(Tries.said(gate.route(), reason));
        }
        case EndpointResult.Busy(var reason, var after) -> tries.busy(gate.route(), reason, after);
        case EndpointResult.Unreachable(var reason) -> tries.unreachable(gate.route(), reason);
      }
    }
    return tries.result();
  }

  private RouteGate gate(Route route, Door door) {
    Endpoint endpoint =
        switch (route.adapter()) {
          case OPENAI -> new OpenAiEndpoint(route, door, clock);
          case LOCAL_EXTRACTIVE -> new LocalExtractiveEndpoint();
        };
    return new RouteGate(route, endpoint);
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

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
