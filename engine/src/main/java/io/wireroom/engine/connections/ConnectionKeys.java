package io.wireroom.engine.connections;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * The keys that seal stored credentials. The first one seals; others only open what was sealed
 * before a rotation. Blocks.
 */
public final class ConnectionKeys {
  static final String VARIABLE = "WIREROOM_CONNECTIONS_KEY";

  private final Optional<KeyFile> file;
  private volatile KeysetHandle keyset;

  private ConnectionKeys(Optional<KeyFile> file, KeysetHandle keyset) {
    this.file = file;
    this.keyset = keyset;
  }

  /**
   * The keys from the environment, else from the file, which is made when it is not there.
   *
   * @param mustExist there are credentials already, so that a new key would open none of them
   * @throws KeyTrouble with one line that says what to do
   */
  public static ConnectionKeys open(Path file, Optional<String> environment, boolean mustExist) {
    register();
    var given = environment.filter(text -> !text.isBlank());
    if (given.isPresent()) {
      return new ConnectionKeys(Optional.empty(), EnvironmentKeys.read(given.get()));
    }
    var keyFile = new KeyFile(file);
    if (keyFile.exists()) {
      return new ConnectionKeys(Optional.of(keyFile), keyFile.read());
    }
    if (mustExist) {
      throw new KeyTrouble(
          file
              + " is missing, and the stored connections cannot be read without it."
              + " Put it back, or set "
              + VARIABLE
              + ".");
    }
    var fresh = newKeyset();
    keyFile.write(fresh);
    return new ConnectionKeys(Optional.of(keyFile), fresh);
  }

  Aead aead() {
    try {
      return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of the connections cannot be used", e);
    }
  }

  /** Whether old keys are still there, as between the two halves of a rotation. */
  boolean several() {
    return keyset.size() > 1;
  }

  boolean fromEnvironment() {
    return file.isEmpty();
  }

  /** Makes a new key the first one; the old ones stay until {@link #dropOld}. */
  void renew() {
    replace(
        KeysetHandle.newBuilder(keyset)
            .addEntry(
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()
                    .makePrimary()));
  }

  /** Forgets all keys but the first one; only when nothing is sealed with them any more. */
  void dropOld() {
    if (!fromEnvironment()) {
      var first = keyset.getPrimary();
      replace(
          KeysetHandle.newBuilder()
              .addEntry(
                  KeysetHandle.importKey(first.getKey()).withFixedId(first.getId()).makePrimary()));
    }
  }

  private void replace(KeysetHandle.Builder builder) {
    try {
      var next = builder.build();
      file.orElseThrow().write(next);
      keyset = next;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the new keyset cannot be built", e);
    }
  }

  private static KeysetHandle newKeyset() {
    try {
      return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key can be made", e);
    }
  }

  private static void register() {
    try {
      AeadConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink is not what it should be", e);
    }
  }

  /** The credentials' key cannot be used; the message is one line that says what to do. */
  public static final class KeyTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyTrouble(String message) {
      super(message);
    }
  }
}
