package io.wireroom.models.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The aliases that an editor can pick.
 *
 * @param aliases each with its routes, in the order of the settings
 * @param policies how the routes of an alias are chosen; pinned where none is said
 */
public record ModelTable(Map<String, List<Route>> aliases, Map<String, Policy> policies) {
  public ModelTable {
    var copy = new LinkedHashMap<String, List<Route>>();
    aliases.forEach((alias, routes) -> copy.put(alias, List.copyOf(routes)));
    aliases = Collections.unmodifiableMap(copy);
    policies = Map.copyOf(policies);
  }

  /** All pinned. */
  public ModelTable(Map<String, List<Route>> aliases) {
    this(aliases, Map.of());
  }

  /** How the routes of this alias are chosen. */
  public Policy policy(String alias) {
    return policies.getOrDefault(alias, Policy.PINNED);
  }

  /** What there is without settings: {@code headline-writer}, served by the built-in. */
  public static ModelTable standard() {
    return new ModelTable(
        Map.of("headline-writer", List.of(Route.localExtractive("local-extractive"))));
  }

  /** Reads the content of {@code models.yaml}; all that is wrong is said at once. */
  public static Parsed parse(JsonNode settings) {
    return new ModelTableReader().read(settings);
  }

  /** What became of the settings. */
  public sealed interface Parsed {
    /** They are in order. */
    record Table(ModelTable table) implements Parsed {}

    /** They are not: one sentence each, beginning with the key. */
    record Wrong(List<String> errors) implements Parsed {
      public Wrong {
        errors = List.copyOf(errors);
      }
    }
  }
}
