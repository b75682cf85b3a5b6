package io.wireroom.models.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one route; collects what is wrong instead of stopping. */
final class RouteReader {
  private static final List<String> EVERY =
      List.of(
          "adapter",
          "hardware",
          "timeout",
          "deadlines",
          "maxConcurrent",
          "context",
          "limits",
          "takes",
          "price");
  private static final List<String> REMOTE = List.of("baseUrl", "model", "keyEnv", "connection");
  private static final List<String> AWS = List.of("profile", "identity");

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  private final String key;
  private final String name;
  private final JsonNode node;
  private final List<String> errors = new ArrayList<>();
  private final SettingsNode route;

  RouteReader(String key, String name, JsonNode node) {
    this.key = key;
    this.name = name;
    this.node = node;
    this.route = new SettingsNode(key, node, errors);
  }

  List<String> errors() {
    return errors;
  }

  Optional<Route> read() {
    if (!node.isObject()) {
      errors.add(key + ": must have keys such as adapter and baseUrl");
      return Optional.empty();
    }
    var adapter = route.choice("adapter", Adapter.values(), Adapter::text);
    route.knows(everyKey());
    var kind = adapter.orElse(Adapter.OPENAI);
    adapter.ifPresent(this::meaningless);
    var remote = adapter.filter(a -> a != Adapter.LOCAL_EXTRACTIVE).isPresent();
    var usual = Route.localExtractive(name);
    var read =
        new Route(
            name,
            kind,
            remote ? baseUrl(kind) : Optional.empty(),
            remote ? model() : "",
            remote ? key() : Optional.empty(),
            remote ? hardware() : usual.hardware(),
            deadlines(remote ? Duration.ofSeconds(60) : usual.deadlines().total()),
            limits(remote ? 8 : usual.limits().concurrent()),
            new PriceReader(errors).read(route, key),
            new WireReader(route, kind).read());
    return errors.isEmpty() ? Optional.of(read) : Optional.empty();
  }

  private static List<String> everyKey() {
    var all = new ArrayList<>(EVERY);
    all.addAll(REMOTE);
    all.addAll(AWS);
    all.addAll(WireReader.REMOTE);
    all.addAll(WireReader.AWS);
    all.addAll(WireReader.SAGEMAKER);
    return all;
  }

  /** Says which keys mean nothing for this adapter: they would be believed to do something. */
  private void meaningless(Adapter adapter) {
    var known = new ArrayList<>(EVERY);
    if (adapter != Adapter.LOCAL_EXTRACTIVE) {
      known.addAll(REMOTE);
      known.addAll(WireReader.REMOTE);
    }
    if (adapter.aws()) {
      known.addAll(AWS);
      known.addAll(WireReader.AWS);
    }
    if (adapter == Adapter.SAGEMAKER || adapter == Adapter.SAGEMAKER_ASYNC) {
      known.addAll(WireReader.SAGEMAKER);
    }
    for (var field : everyKey()) {
      if (node.has(field) && !known.contains(field)) {
        route.wrong(field, "has no meaning for the adapter " + adapter.text());
      }
    }
  }

  private Optional<URI> baseUrl(Adapter adapter) {
    if (adapter.aws() && !route.has("baseUrl")) {
      return Optional.empty();
    }
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
    route.wrong("baseUrl", "must be an http or https address without user, password or query");
    return Optional.empty();
  }

  private String model() {
    var model = node.path("model").asText("");
    if (model.isBlank()) {
      route.wrong("model", "is missing: the name that the endpoint knows the model by");
    }
    return model;
  }

  private Optional<KeySource> key() {
    var given =
        List.of("keyEnv", "connection", "profile", "identity").stream().filter(node::has).toList();
    if (given.size() > 1) {
      route.wrong(
          given.getLast(), "is one key too many; leave " + String.join(" or ", given) + " out");
      return Optional.empty();
    }
    // why no value is shown: somebody may have put the key itself here
    return named("keyEnv", "[A-Za-z_][A-Za-z0-9_]*", "an environment variable")
        .<KeySource>map(KeySource.Variable::new)
        .or(() -> named("connection", NAME, "a stored connection").map(KeySource.Connection::new))
        .or(() -> named("profile", NAME, "a profile").map(KeySource.Profile::new))
        .or(
            () ->
                route
                    .text("identity", "server", "server, or left out")
                    .map(text -> new KeySource.Server()));
  }

  private Optional<String> named(String field, String form, String what) {
    return route.text(field, form, "the name of " + what + ", not the key itself");
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
      route.wrong(
          "hardware",
          "needs a family and an evidence of "
              + SettingsNode.names(Hardware.Evidence.values(), Hardware.Evidence::text));
    }
    return new Hardware(
        given.path("family").asText(""), evidence.orElse(Hardware.Evidence.UNKNOWN));
  }

  private Limits limits(int places) {
    var minute = route.child("limits");
    minute.knows(List.of("requestsPerMinute", "tokensPerMinute"));
    return new Limits(
        route.count("maxConcurrent", 1, 1_000).map(Long::intValue).orElse(places),
        route.count("context", 1, 100_000_000),
        minute.count("requestsPerMinute", 1, 10_000_000),
        minute.count("tokensPerMinute", 1, 10_000_000_000L),
        takes());
  }

  private Optional<Set<Capability>> takes() {
    if (!route.has("takes")) {
      return Optional.empty();
    }
    var takes = EnumSet.noneOf(Capability.class);
    for (var word : node.path("takes")) {
      Arrays.stream(Capability.values())
          .filter(c -> c.text().equals(word.asText()))
          .forEach(takes::add);
    }
    if (!node.path("takes").isArray() || takes.size() != node.path("takes").size()) {
      route.wrong(
          "takes",
          "must be a list of " + SettingsNode.names(Capability.values(), Capability::text));
    }
    return Optional.of(takes);
  }

  /** {@code timeout} is the short word for the total. */
  private Deadlines deadlines(Duration usual) {
    var phases = route.child("deadlines");
    phases.knows(List.of("connect", "firstToken", "gap", "total"));
    if (route.has("timeout") && phases.has("total")) {
      route.wrong("timeout", "is the same as deadlines.total; leave one out");
    }
    var total = phases.seconds("total", route.seconds("timeout", usual));
    var within = Deadlines.within(total);
    return new Deadlines(
        phases.seconds("connect", within.connect()),
        phases.seconds("firstToken", within.firstToken()),
        phases.seconds("gap", within.gap()),
        total);
  }
}
