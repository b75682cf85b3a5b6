package io.wireroom.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Only one server works on a data folder; the lock goes with the process. */
final class DataLock implements AutoCloseable {
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  static DataLock take(Path data) {
    try {
      Files.createDirectories(data, OWNER_ONLY);
      var channel =
          FileChannel.open(
              data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new StartTrouble(
            "Another Wireroom works on %s%s. Stop it, or use --data."
                .formatted(
                    data,
                    ServerFile.port(data).map(port -> ", at http://127.0.0.1:" + port).orElse("")));
      }
      return new DataLock(channel);
    } catch (IOException e) {
      throw new StartTrouble(
          "The data folder cannot be written: " + data + " (" + e.getMessage() + ")", e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException("the lock file cannot be closed", e);
    }
  }
}
