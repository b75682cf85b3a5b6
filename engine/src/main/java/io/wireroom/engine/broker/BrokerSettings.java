package io.wireroom.engine.broker;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
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

  /** The same, with our exporter posting to {@code url}. */
  public BrokerSettings postingTo(URI url, String secret) {
    var more = new HashMap<>(environment);
    var exporter = "ZEEBE_BROKER_EXPORTERS_WIREROOM_";
    more.put(exporter + "CLASSNAME", "io.wireroom.exporter.WireroomExporter");
    more.put(exporter + "JARPATH", exporterJar.toAbsolutePath().toString());
    more.put(exporter + "ARGS_URL", url.toString());
    more.put(exporter + "ARGS_SECRET", secret);
    return new BrokerSettings(archive, distribution, data, exporterJar, more);
  }

  @Override
  public String toString() {
    return "BrokerSettings[distribution=" + distribution + ", data=" + data + "]";
  }
}
