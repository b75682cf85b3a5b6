package io.wireroom.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.wireroom.engine.Settings.Broker;
import io.wireroom.engine.Settings.Records;
import io.wireroom.engine.process.zeebe.ZeebeSettings;
import io.wireroom.engine.process.zeebe.ZeebeSettings.Acquisition;
import io.wireroom.engine.process.zeebe.ZeebeSettings.Login;
import io.wireroom.engine.store.StoreSettings;
import io.wireroom.net.AllowList;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@link Settings}; collects every error before it complains. */
public final class SettingsReader {
  private static final Set<String> OWN =
      Set.of(
          "host",
          "port",
          "data",
          "examples",
          "net.allow",
          "models.allow-server-identity",
          "broker",
          "broker.distribution",
          "broker.history",
          "broker.jobs",
          "broker.rest",
          "broker.user",
          "broker.password",
          "broker.oauth.url",
          "broker.oauth.client-id",
          "broker.oauth.client-secret",
          "broker.oauth.audience",
          "broker.trust",
          "history.port",
          "history.secret",
          "store.url",
          "store.user",
          "store.password",
          "store.schema");

  static final Set<String> KEYS =
      Stream.concat(OWN.stream(), KeepingReader.KEYS.stream())
          .collect(Collectors.toUnmodifiableSet());

  private final Path home;
  private final Map<String, String> values = new TreeMap<>();
  private final List<String> errors = new ArrayList<>();

  private SettingsReader(Path home) {
    this.home = home;
  }

  /**
   * Reads the settings.
   *
   * @param flags what the command line gave, by key
   * @throws InvalidSettings naming every wrong key at once
   */
  public static Settings read(
      Path home, Path workingFolder, Map<String, String> environment, Map<String, String> flags) {
    var reader = new SettingsReader(home);
    reader.fromFile(workingFolder.resolve("wireroom.yaml"));
    reader.fromEnvironment(environment);
    reader.values.putAll(flags);
    var settings = reader.settings(workingFolder);
    if (!reader.errors.isEmpty()) {
      throw new InvalidSettings(reader.errors);
    }
    return settings;
  }

  private void fromFile(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    try {
      flatten("", new YAMLMapper().readTree(Files.readAllBytes(file)));
    } catch (IOException e) {
      errors.add(
          "wireroom.yaml: cannot be read: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private void flatten(String prefix, JsonNode node) {
    for (var field : node.properties()) {
      var key = prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey();
      var value = field.getValue();
      if (value.isObject()) {
        flatten(key, value);
      } else if (!KEYS.contains(key)) {
        errors.add(key + ": unknown key in wireroom.yaml");
      } else if (value.isArray()) {
        var items = new ArrayList<String>();
        value.forEach(item -> items.add(item.asText()));
        values.put(key, String.join(",", items));
      } else {
        values.put(key, value.asText());
      }
    }
  }

  private void fromEnvironment(Map<String, String> environment) {
    for (var key : KEYS) {
      var name = "WIREROOM_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
      var value = environment.get(name);
      if (value != null && !value.isBlank()) {
        values.put(key, value.strip());
      }
    }
  }

  private Settings settings(Path workingFolder) {
    var data = workingFolder.resolve(text("data", "data")).toAbsolutePath().normalize();
    return new Settings(
        home,
        data,
        text("host", "127.0.0.1"),
        port("port", 8080),
        broker(data),
        allowed(text("net.allow", "")),
        flag("examples", "true"),
        store(data),
        new KeepingReader(values, errors).read(),
        flag("models.allow-server-identity", "false"));
  }

  private StoreSettings store(Path data) {
    var url = text("store.url", "");
    if (url.isEmpty()) {
      return new StoreSettings.Sqlite(data);
    }
    var schema = text("store.schema", "wireroom");
    errors.addAll(StoreSettings.Postgres.faults(url, schema));
    return new StoreSettings.Postgres(
        url,
        Optional.ofNullable(values.get("store.user")),
        Optional.ofNullable(values.get("store.password")),
        schema);
  }

  private Broker broker(Path data) {
    var where = text("broker", "embedded");
    if (where.equals("embedded")) {
      return new Broker.Embedded(
          HomeLayout.brokerArchive(home),
          HomeLayout.exporterJar(home),
          Path.of(text("broker.distribution", data.resolve("broker/distribution").toString())),
          jobs());
    }
    if (!where.matches("https?://[^/]+/?")) {
      errors.add("broker: must be 'embedded' or the gateway's http(s)://host:port, not " + where);
    }
    var cluster =
        new ZeebeSettings(
            uri("broker", where),
            uri("broker.rest", text("broker.rest", where.replaceFirst(":26500/?$", ":8080"))),
            login(),
            Optional.ofNullable(values.get("broker.trust")).map(Path::of),
            jobs());
    return new Broker.External(cluster, records());
  }

  private Records records() {
    return switch (text("broker.history", "exporter")) {
      case "exporter" -> {
        if (!values.containsKey("history.secret")) {
          errors.add("history.secret: required with an external broker; its exporter must send it");
        }
        yield new Records.Sent(port("history.port", 8090), text("history.secret", ""));
      }
      case "api" -> new Records.AskedFor();
      case String other -> {
        errors.add("broker.history: must be exporter or api, not " + other);
        yield new Records.AskedFor();
      }
    };
  }

  private Acquisition jobs() {
    return switch (text("broker.jobs", "polling")) {
      case "polling" -> Acquisition.POLLING;
      case "streaming" -> Acquisition.STREAMING;
      case String other -> {
        errors.add("broker.jobs: must be polling or streaming, not " + other);
        yield Acquisition.POLLING;
      }
    };
  }

  private Login login() {
    if (values.containsKey("broker.oauth.client-id")) {
      return new Login.OAuth(
          uri("broker.oauth.url", required("broker.oauth.url")),
          text("broker.oauth.audience", "zeebe-api"),
          required("broker.oauth.client-id"),
          required("broker.oauth.client-secret"));
    }
    return values.containsKey("broker.user")
        ? new Login.Basic(required("broker.user"), required("broker.password"))
        : new Login.None();
  }

  private AllowList allowed(String list) {
    return switch (AllowList.read(list)) {
      case AllowList.Read.Valid(var valid) -> valid;
      case AllowList.Read.Invalid(var wrong) -> {
        wrong.forEach(error -> errors.add("net.allow: " + error));
        yield AllowList.NONE;
      }
    };
  }

  private String text(String key, String otherwise) {
    return values.getOrDefault(key, otherwise);
  }

  private String required(String key) {
    var value = values.get(key);
    if (value == null) {
      errors.add(key + ": required with the other broker sign-in settings");
      return "";
    }
    return value;
  }

  private URI uri(String key, String value) {
    try {
      return URI.create(value);
    } catch (IllegalArgumentException e) {
      errors.add(key + ": is not an address: " + value);
      return URI.create("http://invalid");
    }
  }

  private boolean flag(String key, String usual) {
    var value = text(key, usual);
    if (!value.equals("true") && !value.equals("false")) {
      errors.add(key + ": must be true or false, not " + value);
    }
    return value.equals("true");
  }

  private int port(String key, int otherwise) {
    var value = text(key, String.valueOf(otherwise));
    if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65535) {
      errors.add(key + ": must be a port from 0 to 65535, not " + value);
      return otherwise;
    }
    return Integer.parseInt(value);
  }

  /** Some settings are wrong; the message names each with its key, a line each. */
  public static final class InvalidSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettings(List<String> errors) {
      super(String.join("\n", errors));
    }
  }
}
