package io.wireroom.engine.broker;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to run the embedded broker.
 *
 * @param archive the distribution's {@code .tar.gz}
 * @param distribution the folder to unpack it into, once
 * @param data the broker's own folder: {@code data}, {@code log}, {@code tmp} inside
 * @param exporterJar the exporter's jar, which also brings the main class that watches us
 * @param environment more of the broker's settings, as environment variables ({@code ZEEBE_…})
 */
public record BrokerSettings(
    Path archive, Path distribution, Path data, Path exporterJar, Map<String, String> environment) {
  public BrokerSettings {
    environment = Map.copyOf(environment);
  }
}
