package io.wireroom.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build leaves its products under the home folder. */
public final class HomeLayout {
  private HomeLayout() {}

  /** The broker's distribution in the local Maven repository. */
  public static Path brokerArchive(Path home) {
    var pointer = home.resolve("engine/target/broker-archive.path");
    try {
      return Path.of(Files.readString(pointer).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("the build is incomplete, " + pointer + " is missing", e);
    }
  }

  public static Path exporterJar(Path home) {
    return home.resolve("exporter/target/wireroom-exporter.jar");
  }

  /** The built browser part. */
  public static Path browserFiles(Path home) {
    return home.resolve("ui-static/dist");
  }

  public static Path workflows(Path home) {
    return home.resolve("workflows");
  }
}
