package io.wireroom.engine.connections;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import io.wireroom.engine.connections.ConnectionKeys.KeyTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;

/** A Tink keyset in a file that only its owner may read; replaced as a whole, or not at all. */
record KeyFile(Path path) {
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  boolean exists() {
    return Files.exists(path);
  }

  /** The keys; refuses a file that others may read or write. */
  KeysetHandle read() {
    try {
      var permissions = Files.getPosixFilePermissions(path);
      if (!OWNER.containsAll(permissions)) {
        throw new KeyTrouble(
            "%s may be read by others (%s). Run: chmod 600 %s"
                .formatted(path, PosixFilePermissions.toString(permissions), path));
      }
      return TinkJsonProtoKeysetFormat.parseKeyset(
          Files.readString(path), InsecureSecretKeyAccess.get());
    } catch (IOException e) {
      throw new KeyTrouble(path + " cannot be read: " + e.getMessage());
    } catch (GeneralSecurityException e) {
      // why without its message: nothing of a key file belongs in a terminal
      throw new KeyTrouble(path + " is no key file. Put the right one back.");
    }
  }

  /** Writes the keys; they are on disk when this returns. */
  void write(KeysetHandle keyset) {
    try {
      var text =
          TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get())
              .getBytes(StandardCharsets.UTF_8);
      var next =
          Files.createTempFile(
              path.getParent(), ".key", "", PosixFilePermissions.asFileAttribute(OWNER));
      try (var channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
        var bytes = ByteBuffer.wrap(text);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      try (var folder = FileChannel.open(path.getParent())) {
        folder.force(true); // why: the new name itself must outlive a power cut
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot be written: " + path, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the keyset cannot be written", e);
    }
  }
}
