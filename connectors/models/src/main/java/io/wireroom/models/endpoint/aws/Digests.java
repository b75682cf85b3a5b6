package io.wireroom.models.endpoint.aws;

import io.wireroom.models.endpoint.Message;
import io.wireroom.models.endpoint.ModelRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names made from what they name. */
final class Digests {
  private static final int PREFIX = 2_000;

  private Digests() {}

  static String of(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Of the instructions, or of how the conversation begins when there are none. */
  static String prefix(ModelRequest request) {
    var system = new Message(Message.Role.SYSTEM, request.system()).text();
    var text = system.isEmpty() ? request.messages().getFirst().text() : system;
    return of(text.substring(0, Math.min(PREFIX, text.length()))).substring(0, 32);
  }
}
