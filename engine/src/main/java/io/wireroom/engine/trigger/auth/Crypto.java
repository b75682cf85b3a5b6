package io.wireroom.engine.trigger.auth;

import io.wireroom.connector.Connections.Connection;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Message authentication and comparison in constant time. */
final class Crypto {
  static final String SHA256 = "HmacSHA256";

  private Crypto() {}

  /** The code over the parts, one after the other. */
  static byte[] hmac(String algorithm, byte[] key, byte[]... parts) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      for (var part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  /** Whether any of the signatures is the one expected; looks at all of them. */
  static boolean anyEquals(List<byte[]> signatures, byte[] expected) {
    var found = false;
    for (var signature : signatures) {
      found |= MessageDigest.isEqual(expected, signature);
    }
    return found;
  }

  /** Whether both texts are the same; takes as long for any two. */
  static boolean same(byte[] a, byte[] b) {
    return MessageDigest.isEqual(sha256(a), sha256(b));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** why Latin-1: that is how the server reads headers, so these are the bytes that were sent. */
  static byte[] sent(String header) {
    return header.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Optional<byte[]> hex(String text) {
    try {
      return Optional.of(HexFormat.of().parseHex(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Optional<byte[]> base64(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The field of each credential that has it; a blank one counts as missing. */
  static List<String> fields(List<Connection> valid, String name) {
    return valid.stream()
        .map(connection -> connection.fields().getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .toList();
  }
}
