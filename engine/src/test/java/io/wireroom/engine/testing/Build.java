package io.wireroom.engine.testing;

import io.wireroom.exporter.SupervisedBroker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Where the build keeps what brokers of tests need; all of it under {@code engine/target}. */
public final class Build {
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private Build() {}

  /** The checkout, with workflows and the built browser part. */
  public static Path home() {
    return TARGET.resolve("../..").normalize();
  }

  public static Path target() {
    return TARGET;
  }

  /** The broker's archive in the local repository. */
  public static Path brokerArchive() {
    try {
      return Path.of(Files.readString(TARGET.resolve("broker-archive.path")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("run mvn generate-test-resources first", e);
    }
  }

  public static Path brokerDistribution() {
    return TARGET.resolve("broker-distribution");
  }

  /** The exporter's jar; made of its classes where the build has not packaged it yet. */
  public static Path exporterJar() {
    try {
      var source = SupervisedBroker.class.getProtectionDomain().getCodeSource().getLocation();
      var path = Path.of(source.toURI());
      return Files.isDirectory(path) ? pack(path) : path;
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("cannot find the exporter's classes", e);
    }
  }

  /** why one name: the broker's start cache is made for one class path, file times included. */
  private static Path pack(Path classes) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new JarOutputStream(bytes);
        Stream<Path> files = Files.walk(classes)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        var entry = new JarEntry(classes.relativize(file).toString().replace('\\', '/'));
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        out.putNextEntry(entry);
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    var jar = TARGET.resolve("exporter-%08x.jar".formatted(Arrays.hashCode(bytes.toByteArray())));
    if (!Files.exists(jar)) {
      var part = Files.createTempFile(Files.createDirectories(TARGET), "exporter-", ".part");
      Files.write(part, bytes.toByteArray());
      Files.move(part, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return jar;
  }
}
