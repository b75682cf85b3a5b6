package io.wireroom.models;

import io.wireroom.connector.Connections;
import io.wireroom.connector.Connections.Connection;
import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.route.KeySource;
import io.wireroom.models.route.Route;
import java.util.Optional;
import java.util.function.Function;

/** Finds the key of a route. */
record Keys(Function<String, Optional<String>> environment, boolean serverIdentity) {
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
      case KeySource.Profile(var name) -> new ApiKey.Profile(name);
      case KeySource.Server none ->
          serverIdentity
              ? new ApiKey.Server()
              : new ApiKey.Missing(
                  "the server's own identity is not allowed; an administrator can set"
                      + " models.allow-server-identity");
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
      case "aws" ->
          new ApiKey.Aws(
              fields.getOrDefault("accessKeyId", ""),
              fields.getOrDefault("secretAccessKey", ""),
              fields.getOrDefault("sessionToken", ""),
              fields.getOrDefault("region", ""),
              fields.getOrDefault("roleArn", ""));
      default ->
          new ApiKey.Missing(
              "the connection %s is of type %s; a model takes bearer, api-key or aws"
                  .formatted(name, connection.type()));
    };
  }
}
