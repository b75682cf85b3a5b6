package io.wireroom.engine.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The Node that the build would use. */
final class NodeVersion {
  private NodeVersion() {}

  /** Its version when it is 20.19 or newer. */
  static Optional<String> find() {
    try {
      var process = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
      var version =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return Optional.of(version).filter(NodeVersion::newEnough);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean newEnough(String version) {
    var parts = version.replaceFirst("^v", "").split("\\.");
    if (parts.length < 2 || !parts[0].matches("\\d+") || !parts[1].matches("\\d+")) {
      return false;
    }
    var major = Integer.parseInt(parts[0]);
    return major > 20 || (major == 20 && Integer.parseInt(parts[1]) >= 19);
  }
}
