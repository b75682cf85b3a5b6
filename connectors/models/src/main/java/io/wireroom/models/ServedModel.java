package io.wireroom.models;

import io.wireroom.models.gate.Need;
import io.wireroom.models.gate.RouteGate;
import io.wireroom.models.route.Policy;
import java.util.List;
import java.util.Optional;

/**
 * A model as it is served now.
 *
 * @param gates of its routes, in the order of the settings
 * @param shadow of the route that is asked as well
 */
record ServedModel(
    String alias, Policy policy, List<RouteGate> gates, Optional<RouteGate> shadow, Hedges hedges) {
  /** Those that may take what is asked, whether or not they can now. */
  List<RouteGate> fit(Need need) {
    return gates.stream()
        .filter(gate -> policy.allows(gate.route()) && need.fits(gate.route().limits()))
        .toList();
  }
}
