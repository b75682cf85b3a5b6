package io.wireroom.library.http;

import io.wireroom.connector.Connections;
import io.wireroom.connector.Connections.Connection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a connection adds to the request. */
sealed interface Credentials {
  /**
   * Send the headers.
   *
   * @param secrets as they must not be shown to anybody
   */
  record Found(List<Map.Entry<String, String>> headers, List<String> secrets)
      implements Credentials {
    /** The headers that no other origin may see. */
    Set<String> names() {
      return headers.stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
      return "Found";
    }
  }

  /** The step cannot work as it is set up. */
  record Missing(String reason) implements Credentials {}

  static Credentials of(HttpConnector.Input input, Connections connections) {
    if (input.connection().isEmpty()) {
      return new Found(List.of(), List.of());
    }
    var name = input.connection().get().strip();
    return connections
        .find(name)
        .map(connection -> read(name, connection))
        .orElseGet(() -> new Missing("there is no connection named " + name));
  }

  private static Credentials read(String name, Connection connection) {
    return switch (connection.type()) {
      case "basic" ->
          both(connection, "user", "password")
              .map(pair -> authorization("Basic " + base64(pair), List.of(base64(pair), pair)))
              .orElseGet(() -> lacks(name, "user and password"));
      case "bearer" ->
          field(connection, "token")
              .map(token -> authorization("Bearer " + token, List.of(token)))
              .orElseGet(() -> lacks(name, "token"));
      case "api-key" ->
          field(connection, "header")
              .flatMap(h -> field(connection, "value").map(value -> header(h, value)))
              .orElseGet(() -> lacks(name, "header and value"));
      default ->
          new Missing(
              "the connection %s is of type %s; this step takes basic, bearer or api-key"
                  .formatted(name, connection.type()));
    };
  }

  private static Credentials authorization(String value, List<String> secrets) {
    return Headers.allowsValue(value)
        ? new Found(List.of(Map.entry("Authorization", value)), secrets)
        : new Missing("the connection's credential has a line break or control character in it");
  }

  private static Credentials header(String name, String value) {
    if (!Headers.allowsName(name) || !Headers.allowsValue(value)) {
      return new Missing("the connection's header " + name.strip() + " cannot be sent");
    }
    return new Found(List.of(Map.entry(name, value)), List.of(value));
  }

  private static Optional<String> both(Connection connection, String user, String password) {
    return field(connection, user).flatMap(u -> field(connection, password).map(p -> u + ":" + p));
  }

  private static Optional<String> field(Connection connection, String name) {
    return Optional.ofNullable(connection.fields().get(name)).filter(value -> !value.isBlank());
  }

  private static Credentials lacks(String name, String fields) {
    return new Missing("the connection " + name + " lacks " + fields);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
