package io.wireroom.engine.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** The broker's unpacked distribution: {@code lib} is all that is needed of it. */
record Distribution(Path home) {
  private static final String MARKER = "unpacked.from";
  private static final long SPACE_NEEDED = 500L << 20;

  Path lib() {
    return home.resolve("lib");
  }

  /**
   * Unpacks into {@code target} unless that was done before, from the same archive and to its end.
   */
  static Distribution unpack(Path archive, Path target) {
    var folder = target.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      // why: two starts, or two test runs, may want the same folder at the same time.
      try (var channel =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var lock = channel.lock()) {
        return unpackLocked(archive, folder);
      }
    } catch (IOException e) {
      throw new BrokerTrouble("cannot unpack the broker to " + folder + ": " + e.getMessage(), e);
    }
  }

  private static Distribution unpackLocked(Path archive, Path folder) throws IOException {
    var home = folder.resolve("home");
    var marker = home.resolve(MARKER);
    if (Files.exists(marker)
        && (!Files.exists(archive) || Files.readString(marker).equals(mark(archive)))) {
      return new Distribution(home);
    }
    if (!Files.isRegularFile(archive)) {
      throw new BrokerTrouble(
          "no broker archive at " + archive + " (io.camunda:camunda-zeebe:8.6.0:tar.gz)");
    }
    if (Files.getFileStore(folder).getUsableSpace() < SPACE_NEEDED) {
      throw new BrokerTrouble(
          "Less than 500 MB are free in %s, where the broker is unpacked. Free some space there,"
                  .formatted(folder)
              + " or name another folder in WIREROOM_BROKER_DISTRIBUTION.");
    }
    delete(home);
    extract(archive, home);
    Files.writeString(marker, mark(archive));
    return new Distribution(home);
  }

  private static String mark(Path archive) throws IOException {
    return archive.getFileName() + " " + Files.size(archive);
  }

  private static void extract(Path archive, Path home) throws IOException {
    try (InputStream file = Files.newInputStream(archive);
        var tar = new TarArchiveInputStream(new GzipCompressorInputStream(file, true))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var path = Path.of(entry.getName());
        if (!entry.isFile() || path.getNameCount() < 2) {
          continue;
        }
        var target = home.resolve(path.subpath(1, path.getNameCount())).normalize();
        if (!target.startsWith(home)) {
          throw new BrokerTrouble("the broker archive names a file outside: " + entry.getName());
        }
        Files.createDirectories(target.resolveSibling("."));
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
