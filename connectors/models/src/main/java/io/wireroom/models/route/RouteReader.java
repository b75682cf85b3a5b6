package io.wireroom.models.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one route; collects what is wrong instead of stopping. */
final class RouteReader {
  private static final List<String> KEYS =
      List.of(
          "adapter",
          "baseUrl",
          "model",
          "keyEnv",
          "connection",
          "hardware",
          "timeout",
          "maxConcurrent");

  private final String key;
  private final String name;
  private final JsonNode node;
  private final List<String> errors = new ArrayList<>();

  RouteReader(String key, String name, JsonNode node) {
    this.key = key;
    this.name = name;
    this.node = node;
  }

  List<String> errors() {
    return errors;
  }

  Optional<Route> read() {
    if (!node.isObject()) {
      errors.add(key + ": must have keys such as adapter and baseUrl");
      return Optional.empty();
    }
    unknownKeys();
    var adapter = choice("adapter", Adapter.values(), Adapter::text);
    var remote = adapter.filter(a -> a == Adapter.OPENAI).isPresent();
    var usual = Route.localExtractive(name);
    var route =
        new Route(
            name,
            adapter.orElse(Adapter.OPENAI),
            remote ? baseUrl() : none("baseUrl", adapter),
            remote ? model() : "",
            remote ? key() : noKey(adapter),
            remote ? hardware() : usual.hardware(),
            timeout(remote ? Duration.ofSeconds(60) : usual.timeout()),
            maxConcurrent(remote ? 8 : usual.maxConcurrent()));
    return errors.isEmpty() ? Optional.of(route) : Optional.empty();
  }

  private Optional<URI> baseUrl() {
    var text = node.path("baseUrl").asText("");
    try {
      var uri = URI.create(text);
      var http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (http && uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null) {
        return Optional.of(uri);
      }
    } catch (IllegalArgumentException e) {
      // why nothing here: the sentence below says it
    }
    wrong("baseUrl", "must be an http or https address without user, password or query");
    return Optional.empty();
  }

  private String model() {
    var model = node.path("model").asText("");
    if (model.isBlank()) {
      wrong("model", "is missing: the name that the endpoint knows the model by");
    }
    return model;
  }

  private Optional<KeySource> key() {
    if (node.has("keyEnv") && node.has("connection")) {
      wrong("connection", "is one key too many; leave keyEnv or connection out");
      return Optional.empty();
    }
    // why no value is shown: somebody may have put the key itself here
    return named("keyEnv", "[A-Za-z_][A-Za-z0-9_]*", "an environment variable")
        .<KeySource>map(KeySource.Variable::new)
        .or(
            () ->
                named("connection", "[A-Za-z0-9][A-Za-z0-9._-]{0,63}", "a stored connection")
                    .map(KeySource.Connection::new));
  }

  private Optional<String> named(String field, String form, String what) {
    var given = node.path(field);
    if (given.isMissingNode()) {
      return Optional.empty();
    }
    if (!given.asText().matches(form)) {
      wrong(field, "must be the name of " + what + ", not the key itself");
      return Optional.empty();
    }
    return Optional.of(given.asText());
  }

  private Optional<KeySource> noKey(Optional<Adapter> adapter) {
    none("connection", adapter);
    return none("keyEnv", adapter);
  }

  private <T> Optional<T> none(String field, Optional<Adapter> adapter) {
    if (node.has(field) && adapter.isPresent()) {
      wrong(field, "has no meaning for the built-in adapter");
    }
    return Optional.empty();
  }

  private Hardware hardware() {
    var given = node.path("hardware");
    if (given.isMissingNode()) {
      return Hardware.UNKNOWN;
    }
    var evidence =
        Arrays.stream(Hardware.Evidence.values())
            .filter(e -> e.text().equals(given.path("evidence").asText()))
            .findFirst();
    if (given.path("family").asText("").isBlank() || evidence.isEmpty()) {
      wrong(
          "hardware",
          "needs a family and an evidence of "
              + names(Hardware.Evidence.values(), Hardware.Evidence::text));
    }
    return new Hardware(
        given.path("family").asText(""), evidence.orElse(Hardware.Evidence.UNKNOWN));
  }

  private Duration timeout(Duration usual) {
    var text = node.path("timeout").asText("");
    if (text.isEmpty()) {
      return usual;
    }
    if (!text.matches("[1-9][0-9]{0,3}s?")) {
      wrong("timeout", "must be in seconds, such as 60s, and below 10000");
      return usual;
    }
    return Duration.ofSeconds(Long.parseLong(text.replace("s", "")));
  }

  private int maxConcurrent(int usual) {
    var given = node.path("maxConcurrent");
    if (given.isMissingNode()) {
      return usual;
    }
    if (!given.canConvertToInt() || given.asInt() < 1 || given.asInt() > 1_000) {
      wrong("maxConcurrent", "must be a number from 1 to 1000");
      return usual;
    }
    return given.asInt();
  }

  private <E> Optional<E> choice(String field, E[] values, Function<E, String> text) {
    var given = node.path(field).asText("");
    var found = Arrays.stream(values).filter(v -> text.apply(v).equals(given)).findFirst();
    if (found.isEmpty()) {
      wrong(field, "must be one of " + names(values, text));
    }
    return found;
  }

  private void unknownKeys() {
    var unknown = new TreeSet<String>();
    node.fieldNames().forEachRemaining(unknown::add);
    KEYS.forEach(unknown::remove);
    unknown.forEach(k -> errors.add(key + "." + k + ": unknown key; known are " + KEYS));
  }

  private void wrong(String field, String message) {
    errors.add(key + "." + field + ": " + message);
  }

  private static <E> String names(E[] values, Function<E, String> text) {
    return Arrays.stream(values).map(text).collect(Collectors.joining(", "));
  }
}
