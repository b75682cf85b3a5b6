package io.wireroom.models;

import io.wireroom.connector.Connections;
import io.wireroom.connector.Connections.Connection;
import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.route.KeySource;
import io.wireroom.models.route.Route;
import java.util.Optional;
import java.util.function.Function;

/** Finds the key of a route. */
record Keys(Function<String, Optional<String>> environment) {
  ApiKey of(Route route, Connections connections) {
    if (route.key().isEmpty()) {
      return new ApiKey.NotNeeded();
    }
    return switch (route.key().get()) {
      case KeySource.Variable(var name) -> variable(name);
      case KeySource.Connection(var name) ->
          connections
              .find(name)
              .map(connection -> key(name, connection))
              .orElseGet(() -> new ApiKey.Missing("there is no connection named " + name));
    };
  }

  private ApiKey variable(String name) {
    return environment
        .apply(name)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .<ApiKey>map(ApiKey.Present::new)
        .orElseGet(() -> new ApiKey.Missing("the environment variable " + name + " is not set"));
  }

  private static ApiKey key(String name, Connection connection) {
    var fields = connection.fields();
    return switch (connection.type()) {
      case "bearer" -> new ApiKey.Present(fields.getOrDefault("token", ""));
      case "api-key" ->
          new ApiKey.Present(fields.getOrDefault("value", ""), fields.getOrDefault("header", ""));
      default ->
          new ApiKey.Missing(
              "the connection %s is of type %s; a model takes bearer or api-key"
                  .formatted(name, connection.type()));
    };
  }
}
