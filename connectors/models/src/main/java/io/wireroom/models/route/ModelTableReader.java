package io.wireroom.models.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the table of models:
 *
 * <pre>
 * models:
 *   headline-writer: [trn, local]
 *   fast-writer: {routes: [trn, claude], policy: cheapest, firstToken: 2s}
 * routes:
 *   trn: {adapter: openai, baseUrl: …, model: …}
 *   local: {adapter: local-extractive}
 * </pre>
 */
final class ModelTableReader {
  private static final String NAME = "[a-z0-9][a-z0-9._-]{0,62}";

  private final List<String> errors = new ArrayList<>();

  ModelTable.Parsed read(JsonNode settings) {
    if (!settings.isObject()) {
      return new ModelTable.Parsed.Wrong(List.of("models.yaml: needs the keys models and routes"));
    }
    unknownKeys(settings, Set.of("models", "routes"));
    var routes = routes(settings.path("routes"));
    var table = aliases(settings.path("models"), routes);
    return errors.isEmpty()
        ? new ModelTable.Parsed.Table(table)
        : new ModelTable.Parsed.Wrong(errors);
  }

  /** By name; empty for a route that is there but wrong, so that its error is said only once. */
  private Map<String, Optional<Route>> routes(JsonNode node) {
    var routes = new LinkedHashMap<String, Optional<Route>>();
    if (!node.isMissingNode() && !node.isObject()) {
      errors.add("routes: must map names to routes");
    }
    for (var entry : node.properties()) {
      var key = "routes." + entry.getKey();
      name(key, entry.getKey());
      var reader = new RouteReader(key, entry.getKey(), entry.getValue());
      routes.put(entry.getKey(), reader.read());
      errors.addAll(reader.errors());
    }
    return routes;
  }

  private ModelTable aliases(JsonNode node, Map<String, Optional<Route>> routes) {
    var aliases = new LinkedHashMap<String, List<Route>>();
    var policies = new LinkedHashMap<String, Policy>();
    if (!node.isObject() || node.isEmpty()) {
      errors.add("models: must map at least one alias to a list of route names");
    }
    for (var entry : node.properties()) {
      var key = "models." + entry.getKey();
      name(key, entry.getKey());
      var model = entry.getValue();
      var own = routesOf(key, model.isObject() ? model.path("routes") : model, routes);
      aliases.put(entry.getKey(), own);
      if (model.isObject()) {
        var policy = new PolicyReader(new SettingsNode(key, model, errors), own, routes).read();
        policies.put(entry.getKey(), policy);
      }
    }
    return new ModelTable(aliases, policies);
  }

  private List<Route> routesOf(String key, JsonNode names, Map<String, Optional<Route>> routes) {
    if (!names.isArray() || names.isEmpty()) {
      errors.add(key + ": must be a list of route names, or a map with the list routes");
      return List.of();
    }
    var found = new ArrayList<Route>();
    for (var name : names) {
      var route = routes.get(name.asText());
      if (route == null) {
        errors.add(key + ": there is no route named " + name);
      } else {
        route.ifPresent(found::add);
      }
    }
    if (found.size() != Set.copyOf(found).size()) {
      errors.add(key + ": names a route twice");
    }
    return found;
  }

  private void name(String key, String name) {
    if (!name.matches(NAME)) {
      errors.add(key + ": a name has lower-case letters, digits, dots and hyphens only");
    }
  }

  private void unknownKeys(JsonNode settings, Set<String> known) {
    settings
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                errors.add(key + ": unknown key; known are models and routes");
              }
            });
  }
}
