package io.wireroom.engine.alert;

import io.wireroom.connector.Connections.Connection;
import io.wireroom.net.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shows the receiver of an alert who sends it: by a stored credential, or by a signature. */
final class Credential {
  static final List<String> TYPES = List.of("webhook-secret", "bearer", "basic", "api-key");

  private Credential() {}

  /** The request with the credential; a signature as of standardwebhooks.com. */
  static Request on(Request request, Connection connection, String id, Instant now) {
    var fields = connection.fields();
    return switch (connection.type()) {
      case "bearer" -> request.secret("Authorization", "Bearer " + fields.get("token"));
      case "basic" ->
          request.secret(
              "Authorization",
              "Basic " + base64(utf8(fields.get("user") + ":" + fields.get("password"))));
      case "api-key" ->
          request.secret(fields.getOrDefault("header", ""), fields.getOrDefault("value", ""));
      case "webhook-secret" -> signed(request, fields.getOrDefault("secret", ""), id, now);
      default -> throw new IllegalArgumentException("cannot sign with " + connection.type());
    };
  }

  private static Request signed(Request request, String secret, String id, Instant now) {
    var time = String.valueOf(now.getEpochSecond());
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
      mac.update(utf8(id + "." + time + "."));
      return request
          .header("webhook-timestamp", time)
          .header("webhook-signature", "v1," + base64(mac.doFinal(request.body())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /** A secret of the scheme is base64; any other is taken by its letters. */
  private static byte[] key(String secret) {
    var text = secret.startsWith("whsec_") ? secret.substring("whsec_".length()) : secret;
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      return utf8(secret);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
