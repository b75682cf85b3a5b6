package io.wireroom.models;

import io.wireroom.connector.Connections;
import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Rejection;
import io.wireroom.models.gate.Need;
import io.wireroom.models.gate.RouteGate;
import io.wireroom.models.gate.RouteState;
import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.ModelTable;
import io.wireroom.models.route.Policy;
import io.wireroom.models.route.Route;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The models that a workflow can ask, by alias. Its {@link Policy} says which routes of an alias
 * are asked in which order, an {@link Attempt} asks them; nothing else asks again.
 *
 * <p>Threading: {@link #ask} blocks the calling virtual thread.
 */
public final class Models {
  private volatile Map<String, ServedModel> aliases = Map.of();
  private final Endpoints endpoints;
  private final Keys keys;
  private final Connections connections;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * @param environment the key of a route, by the name of its variable; asked at each request
   * @param connections tells {@link #states} whether a key is there, and compares; a request brings
   *     its own
   * @param serverIdentity whether a route may use the server's own AWS identity
   * @param random draws among routes; used by many threads
   */
  public Models(
      ModelTable table,
      Endpoints endpoints,
      Function<String, Optional<String>> environment,
      Connections connections,
      boolean serverIdentity,
      InstantSource clock,
      RandomGenerator random) {
    this.keys = new Keys(environment, serverIdentity);
    this.connections = connections;
    this.clock = clock;
    this.endpoints = endpoints;
    this.random = random;
    use(table);
  }

  /**
   * Goes on with this table. What is under way ends by the old one; a route that did not change
   * keeps its places and what was learned about its endpoint.
   */
  public synchronized void use(ModelTable table) {
    var gates = new HashMap<Route, RouteGate>();
    for (var model : aliases.values()) {
      model.gates().forEach(gate -> gates.put(gate.route(), gate));
      model.shadow().ifPresent(gate -> gates.put(gate.route(), gate));
    }
    var next = new LinkedHashMap<String, ServedModel>();
    table.aliases().forEach((alias, routes) -> next.put(alias, served(alias, table, gates)));
    aliases = Collections.unmodifiableMap(next);
  }

  private ServedModel served(String alias, ModelTable table, Map<Route, RouteGate> gates) {
    var policy = table.policy(alias);
    var own = table.aliases().getOrDefault(alias, List.of());
    return new ServedModel(
        alias,
        policy,
        own.stream().map(r -> gates.computeIfAbsent(r, this::gate)).toList(),
        policy.choice() instanceof Policy.Choice.Shadow(var route)
            ? Optional.of(gates.computeIfAbsent(route, this::gate))
            : Optional.empty(),
        new Hedges());
  }

  private RouteGate gate(Route route) {
    return new RouteGate(route, endpoints.of(route), clock, random);
  }

  /** Asks {@code alias}; a listener is handed the pieces of one answer only. */
  public ModelResult ask(String alias, ModelRequest request, Optional<Budget> budget, Asker asker) {
    var model = aliases.get(alias);
    if (model == null) {
      // why no incident: a workflow can go on without its model, by asking a person
      return new ModelResult.Rejected(
          Rejection.MISSING,
          "no model has the name \"%s\"; there are: %s"
              .formatted(alias, String.join(", ", aliases.keySet())));
    }
    var need = Need.of(request);
    var fit = model.only(g -> model.policy().allows(g.route()) && need.fits(g.route().limits()));
    // why: what an answer will cost is known only afterwards, so a budget is kept where it is free
    var usable = fit.only(g -> budget.isEmpty() || costsNothing(g.route()));
    var order = new Selection(random, clock).order(usable.gates(), model.policy().choice(), need);
    return order.isEmpty()
        ? new ModelResult.Broken(nobody(alias, fit, usable))
        : new Attempt(usable, request, need, asker, keys, clock).run(order);
  }

  private static String nobody(String alias, ServedModel fit, ServedModel usable) {
    if (fit.gates().isEmpty()) {
      return "no route of %s may take this; see takes and dataRegions in its settings"
          .formatted(alias);
    }
    return usable.gates().isEmpty()
        ? "the budget cannot be kept: no route of %s is free of charge; leave the budget out"
            .formatted(alias)
        : "no route of %s is foreseen to answer this for its maxCost; a shorter answer costs less"
            .formatted(alias);
  }

  /** How the routes of this alias are chosen; pinned when there is no such model. */
  public Policy policy(String alias) {
    var model = aliases.get(alias);
    return model == null ? Policy.PINNED : model.policy();
  }

  /** All aliases with their routes, in the order of the settings, a shadow last. */
  public Map<String, List<RouteState>> states() {
    var states = new LinkedHashMap<String, List<RouteState>>();
    aliases.forEach(
        (alias, model) ->
            states.put(
                alias,
                Stream.concat(model.gates().stream(), model.shadow().stream())
                    .map(this::state)
                    .toList()));
    return states;
  }

  /**
   * What it would take to ask these routes of {@code alias} the same prompts, by name, all when
   * there are no names; empty when there is no such model or route.
   */
  public Optional<Comparison.Plan> plan(
      String alias, List<String> routes, List<ModelRequest> prompts) {
    return comparing(alias, routes, prompts).map(Comparing::plan);
  }

  /** Asks them. Blocks the calling virtual thread; interrupting it cancels what is under way. */
  public Optional<Comparison> compare(
      String alias, List<String> routes, List<ModelRequest> prompts) {
    return comparing(alias, routes, prompts).map(comparing -> comparing.run(connections));
  }

  private Optional<Comparing> comparing(
      String alias, List<String> routes, List<ModelRequest> prompts) {
    var gates =
        Optional.ofNullable(aliases.get(alias)).stream()
            .flatMap(model -> Stream.concat(model.gates().stream(), model.shadow().stream()))
            .filter(gate -> routes.isEmpty() || routes.contains(gate.route().name()))
            .toList();
    return gates.isEmpty() || !routes.isEmpty() && gates.size() != Set.copyOf(routes).size()
        ? Optional.empty()
        : Optional.of(new Comparing(gates, prompts, keys, clock));
  }

  private RouteState state(RouteGate gate) {
    var key = keys.of(gate.route(), connections);
    var state = gate.state();
    if (state.state() == RouteState.State.WARMING || state.state() == RouteState.State.OPEN) {
      Thread.startVirtualThread(() -> gate.probe(key));
    }
    return key instanceof ApiKey.Missing ? state.state(RouteState.State.NO_KEY) : state;
  }

  private static boolean costsNothing(Route route) {
    return route.adapter() == Adapter.LOCAL_EXTRACTIVE;
  }
}
