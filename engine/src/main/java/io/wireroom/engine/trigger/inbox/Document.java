package io.wireroom.engine.trigger.inbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Bytes that came with an event: its raw body, or a file.
 *
 * @param id named by the content, {@code sha256-…}
 * @param name what the sender called it; untrusted, for people only
 * @param contentType as the sender says; untrusted
 */
@SuppressWarnings("ArrayRecordComponent") // why: never compared, and copied nowhere
public record Document(String id, String name, String contentType, byte[] bytes) {

  /** A document of these bytes, which must not change any more. */
  public static Document of(String name, String contentType, byte[] bytes) {
    return new Document(hash(bytes), name, contentType, bytes);
  }

  static String hash(byte[] bytes) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256-" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
