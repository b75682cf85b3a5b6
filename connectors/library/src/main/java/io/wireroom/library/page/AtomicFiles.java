package io.wireroom.library.page;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Files that a reader sees whole, old or new, also after the power went off. */
final class AtomicFiles {
  private final Path folder;
  private final Path staging;

  AtomicFiles(Path folder) {
    this.folder = folder;
    this.staging = folder.resolve(".staging");
  }

  /** Makes the folders and throws away what an interrupted write left behind. */
  void prepare(String... subfolders) throws IOException {
    Files.createDirectories(staging);
    for (var subfolder : subfolders) {
      Files.createDirectories(folder.resolve(subfolder));
    }
    try (var left = Files.list(staging)) {
      for (var file : left.toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Replaces the file; a file that has this content already stays as it is. */
  void write(String name, byte[] content) throws IOException {
    var file = folder.resolve(name);
    if (Files.exists(file)
        && Files.size(file) == content.length
        && Arrays.equals(Files.readAllBytes(file), content)) {
      return;
    }
    var draft = staging.resolve(name.replace('/', '~'));
    try (var channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      var bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(file.resolveSibling("."));
  }

  void delete(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  boolean exists(String name) {
    return Files.exists(folder.resolve(name));
  }

  byte[] read(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }

  // why: the rename itself is safe only when the folder is on disk. Windows cannot open folders.
  private static void sync(Path folder) throws IOException {
    if (!System.getProperty("os.name", "").startsWith("Windows")) {
      try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
