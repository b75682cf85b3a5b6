package io.wireroom.models;

import io.wireroom.models.gate.RouteGate;
import io.wireroom.models.route.Policy;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A model as it is served now.
 *
 * @param gates of its routes, in the order of the settings
 * @param shadow of the route that is asked as well
 */
record ServedModel(
    String alias, Policy policy, List<RouteGate> gates, Optional<RouteGate> shadow, Hedges hedges) {
  /** The same with only some of the routes. */
  ServedModel only(Predicate<RouteGate> some) {
    return new ServedModel(
        alias, policy, gates.stream().filter(some).toList(), shadow.filter(some), hedges);
  }
}
