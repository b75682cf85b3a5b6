package io.wireroom.models.route;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * One way to serve a model.
 *
 * @param baseUrl with or without {@code /v1} at its end; empty for a built-in
 * @param model the name that the endpoint knows it by; empty for a built-in
 * @param key where its key is; empty when the endpoint wants none
 * @param timeout for one answer, repair included
 * @param maxConcurrent requests at one time; further ones find the route busy
 */
public record Route(
    String name,
    Adapter adapter,
    Optional<URI> baseUrl,
    String model,
    Optional<KeySource> key,
    Hardware hardware,
    Duration timeout,
    int maxConcurrent) {

  /** The stored credential that it uses. */
  public Optional<String> connection() {
    return key.filter(KeySource.Connection.class::isInstance)
        .map(source -> ((KeySource.Connection) source).name());
  }

  /** The built-in route, as it is without any settings. */
  public static Route localExtractive(String name) {
    return new Route(
        name,
        Adapter.LOCAL_EXTRACTIVE,
        Optional.empty(),
        "",
        Optional.empty(),
        new Hardware("cpu", Hardware.Evidence.MEASURED),
        Duration.ofSeconds(20),
        4);
  }
}
