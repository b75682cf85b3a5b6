package io.wireroom.engine.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that all commands share. */
final class DataFolder {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The data folder (default: $$WIREROOM_DATA or ./data).")
  @Nullable Path folder;

  Optional<Path> given() {
    return Optional.ofNullable(folder);
  }

  Path path() {
    return given()
        .or(() -> Optional.ofNullable(System.getenv("WIREROOM_DATA")).map(Path::of))
        .orElse(Path.of("data"))
        .toAbsolutePath()
        .normalize();
  }
}
