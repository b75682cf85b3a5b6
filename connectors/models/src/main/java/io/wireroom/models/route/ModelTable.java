package io.wireroom.models.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The aliases that an editor can pick, each with its routes in the order in which they are tried.
 */
public record ModelTable(Map<String, List<Route>> aliases) {
  public ModelTable {
    var copy = new LinkedHashMap<String, List<Route>>();
    aliases.forEach((alias, routes) -> copy.put(alias, List.copyOf(routes)));
    aliases = Collections.unmodifiableMap(copy);
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
