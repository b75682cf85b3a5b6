package io.wireroom.models.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how the routes of one model are chosen; notes what is wrong instead of stopping. */
final class PolicyReader {
  private static final List<String> EVERY =
      List.of("routes", "policy", "dataRegions", "hedge", "wait");

  /** The words for {@link Policy.Choice}, each with the one setting of its own. */
  private enum Kind {
    PINNED(""),
    CHEAPEST("firstToken"),
    FASTEST("maxCost"),
    WEIGHTED("weights"),
    SHADOW("shadow");

    private final String setting;

    Kind(String setting) {
      this.setting = setting;
    }

    private String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final SettingsNode model;
  private final List<Route> own;
  private final Map<String, Optional<Route>> routes;

  /**
   * Of one model.
   *
   * @param own the routes that it names
   * @param routes all that there are, empty for one that is wrong
   */
  PolicyReader(SettingsNode model, List<Route> own, Map<String, Optional<Route>> routes) {
    this.model = model;
    this.own = own;
    this.routes = routes;
  }

  Policy read() {
    var known = new LinkedHashSet<>(EVERY);
    var given =
        model.has("policy")
            ? model.choice("policy", Kind.values(), Kind::text)
            : Optional.of(Kind.PINNED);
    var kind = given.orElse(Kind.PINNED);
    for (var other : Kind.values()) {
      known.add(other.setting);
      if (given.isPresent() && other != kind && model.has(other.setting)) {
        model.wrong(other.setting, "has no meaning for the policy " + kind.text());
      }
    }
    known.remove("");
    model.knows(List.copyOf(known));
    var policy =
        new Policy(
            choice(kind),
            regions(),
            model.flag("hedge", false),
            model.seconds("wait", Policy.PINNED.line()));
    if (waits(kind)) {
      model.wrong("policy", "must be pinned for sagemaker-async, whose answer is looked for again");
    }
    if (!own.isEmpty() && own.stream().noneMatch(policy::allows)) {
      model.wrong("dataRegions", "leaves no route; a route's region says where it is");
    }
    if (policy.choice() instanceof Policy.Choice.Shadow(var route) && !policy.allows(route)) {
      model.wrong("shadow", "is not in one of the dataRegions");
    }
    return policy;
  }

  /** Whether a request that comes again for its answer might be sent elsewhere. */
  private boolean waits(Kind kind) {
    return switch (kind) {
      case PINNED -> false;
      case CHEAPEST, FASTEST, WEIGHTED ->
          own.stream().anyMatch(r -> r.adapter() == Adapter.SAGEMAKER_ASYNC);
      case SHADOW ->
          Optional.ofNullable(routes.get(model.get("shadow").asText("")))
              .flatMap(route -> route)
              .filter(r -> r.adapter() == Adapter.SAGEMAKER_ASYNC)
              .isPresent();
    };
  }

  private Policy.Choice choice(Kind kind) {
    if (!kind.setting.isEmpty() && !model.has(kind.setting)) {
      model.wrong(kind.setting, "is missing: the policy " + kind.text() + " needs it");
      return new Policy.Choice.Pinned();
    }
    return switch (kind) {
      case PINNED -> new Policy.Choice.Pinned();
      case CHEAPEST -> new Policy.Choice.Cheapest(model.seconds("firstToken", Duration.ZERO));
      case FASTEST -> new Policy.Choice.Fastest(model.money("maxCost", 1).orElse(0L));
      case WEIGHTED -> new Policy.Choice.Weighted(weights());
      case SHADOW -> shadow();
    };
  }

  private Map<String, Integer> weights() {
    var node = model.child("weights");
    node.knows(own.stream().map(Route::name).toList());
    var weights = new LinkedHashMap<String, Integer>();
    for (var route : own) {
      if (!node.has(route.name())) {
        node.wrong(route.name(), "is missing: a number from 0 to 1000");
      }
      node.count(route.name(), 0, 1_000).ifPresent(w -> weights.put(route.name(), w.intValue()));
    }
    if (weights.size() == own.size() && weights.values().stream().allMatch(w -> w == 0)) {
      model.wrong("weights", "are all 0");
    }
    return weights;
  }

  private Policy.Choice shadow() {
    var name = model.get("shadow").asText("");
    var route = routes.get(name);
    if (route == null) {
      model.wrong("shadow", "must be the name of a route");
    } else if (own.stream().anyMatch(r -> r.name().equals(name))) {
      model.wrong("shadow", "is one of the routes that answer already");
    } else if (route.isPresent()) {
      return new Policy.Choice.Shadow(route.get());
    }
    return new Policy.Choice.Pinned();
  }

  private Set<String> regions() {
    if (!model.has("dataRegions")) {
      return Set.of();
    }
    var regions = new LinkedHashSet<String>();
    var given = model.get("dataRegions");
    for (JsonNode region : given) {
      regions.add(region.asText());
    }
    if (!given.isArray() || regions.isEmpty() || !regions.stream().allMatch(this::isRegion)) {
      model.wrong("dataRegions", "must be a list of regions or their beginnings, such as eu");
    }
    return regions;
  }

  private boolean isRegion(String text) {
    return text.matches(WireReader.PLACE);
  }
}
