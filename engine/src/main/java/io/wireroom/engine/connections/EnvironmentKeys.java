package io.wireroom.engine.connections;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import io.wireroom.engine.connections.ConnectionKeys.KeyTrouble;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * Keys as an operator writes them into the environment: 32 bytes in base64 each, the new one first,
 * then a comma and the one before.
 */
final class EnvironmentKeys {
  private EnvironmentKeys() {}

  static KeysetHandle read(String text) {
    try {
      var builder = KeysetHandle.newBuilder();
      var first = true;
      for (var part : text.split(",", -1)) {
        var bytes = Base64.getDecoder().decode(part.strip());
        var id = id(bytes);
        var entry = KeysetHandle.importKey(key(bytes, id)).withFixedId(id);
        builder.addEntry(first ? entry.makePrimary() : entry);
        first = false;
      }
      return builder.build();
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      // why without its message: it may quote the key
      throw new KeyTrouble(
          ConnectionKeys.VARIABLE
              + " must be 32 bytes in base64 (openssl rand -base64 32);"
              + " after a change: the new one, a comma, the one before.");
    }
  }

  @AccessesPartialKey // why: these keys are the operator's bytes; no keyset format holds them
  private static AesGcmKey key(byte[] bytes, int id) throws GeneralSecurityException {
    return AesGcmKey.builder()
        .setParameters(
            AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build())
        .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
        .setIdRequirement(id)
        .build();
  }

  // why from the key: the same key must have the same id at the next start
  private static int id(byte[] bytes) throws GeneralSecurityException {
    var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
    return ByteBuffer.wrap(hash).getInt();
  }
}
