package io.wireroom.engine.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.wireroom.connector.Connections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Connections from the environment: {@code shop-api} is read from {@code
 * WIREROOM_CONNECTION_SHOP_API}, a JSON object like {@code {"type": "bearer", "token": "…"}}.
 */
public final class EnvironmentConnections implements Connections {
  private static final String PREFIX = "WIREROOM_CONNECTION_";
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "webhook-secret", List.of("secret"),
          "basic", List.of("user", "password"),
          "api-key", List.of("header", "value"),
          "bearer", List.of("token"));

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Map<String, Connection> byVariable = new HashMap<>();

  /**
   * Reads all connections.
   *
   * @throws InvalidConnections naming every wrong variable, never its value
   */
  public EnvironmentConnections(Map<String, String> environment) {
    var errors = new ArrayList<String>();
    new TreeMap<>(environment)
        .forEach(
            (variable, value) -> {
              if (variable.startsWith(PREFIX)) {
                read(variable, value, errors);
              }
            });
    if (!errors.isEmpty()) {
      throw new InvalidConnections(errors);
    }
  }

  @Override
  public Optional<Connection> find(String name) {
    return name.matches("[A-Za-z0-9_-]+")
        ? Optional.ofNullable(
            byVariable.get(PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_')))
        : Optional.empty();
  }

  private void read(String variable, String value, List<String> errors) {
    var json = parse(value);
    fault(variable, json)
        .ifPresentOrElse(
            fault -> errors.add(variable + ": " + fault),
            () -> byVariable.put(variable, connection(json)));
  }

  private static Optional<String> fault(String variable, JsonNode json) {
    if (!variable.matches("[A-Z0-9_]+")) {
      return Optional.of("its name must have upper-case letters, digits and underscores only");
    }
    var texts = json.isObject() && json.valueStream().allMatch(JsonNode::isTextual);
    if (!texts || json.path("type").asText().isBlank()) {
      return Optional.of(
          "must be a JSON object of texts, like {\"type\": \"bearer\", \"token\": …}");
    }
    var missing =
        FIELDS.getOrDefault(json.path("type").asText(), List.of()).stream()
            .filter(field -> json.path(field).asText().isBlank())
            .toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("lacks " + String.join(" and ", missing));
  }

  private static Connection connection(JsonNode json) {
    var fields = new LinkedHashMap<String, String>();
    json.properties().forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
    fields.remove("type");
    return new Connection(json.path("type").asText(), fields);
  }

  private static JsonNode parse(String value) {
    try {
      return JSON.readTree(value);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance(); // why not its message: it quotes the value
    }
  }

  /** Some variables hold no connection; the message names each, a line each. */
  public static final class InvalidConnections extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidConnections(List<String> errors) {
      super(String.join("\n", errors));
    }
  }
}
