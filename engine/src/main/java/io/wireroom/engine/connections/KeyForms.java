package io.wireroom.engine.connections;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.wireroom.engine.connections.ConnectionType.Fault;
import io.wireroom.engine.web.Json;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a key is in the form that its scheme wants. */
final class KeyForms {
  private static final Set<String> KEY_TYPES = Set.of("RSA", "EC", "OKP");

  private KeyForms() {}

  /** Only a secret that calls itself {@code whsec_} must be base64. */
  static List<Fault> standardWebhooks(String secret) {
    if (!secret.startsWith("whsec_")) {
      return List.of();
    }
    try {
      return Base64.getDecoder().decode(secret.substring("whsec_".length())).length >= 8
          ? List.of()
          : List.of(new Fault("secret", "What follows whsec_ is too short."));
    } catch (IllegalArgumentException e) {
      return List.of(new Fault("secret", "What follows whsec_ must be base64, and is not."));
    }
  }

  static Optional<String> pem(String text) {
    var body =
        text.strip()
            .replaceFirst("^-----BEGIN PUBLIC KEY-----", "")
            .replaceFirst("-----END PUBLIC KEY-----$", "");
    if (body.contains("PRIVATE KEY")) {
      return Optional.of("This is a private key; only the public one is needed here.");
    }
    try {
      var key = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(body));
      if (text.contains("-----BEGIN PUBLIC KEY-----") && (fits("RSA", key) || fits("EC", key))) {
        return Optional.empty();
      }
    } catch (IllegalArgumentException e) {
      // the sentence below says it
    }
    return Optional.of(
        "This is no public key (RSA or EC) in PEM; it begins with -----BEGIN PUBLIC KEY-----.");
  }

  static Optional<String> jwks(String text) {
    try {
      var keys = Json.MAPPER.readTree(text).path("keys");
      if (keys.isArray()
          && !keys.isEmpty()
          && keys.valueStream().allMatch(key -> KEY_TYPES.contains(key.path("kty").asText()))) {
        return Optional.empty();
      }
    } catch (JsonProcessingException e) {
      // why without its message: it quotes the value
    }
    return Optional.of("This is no key set; it looks like {\"keys\": [{\"kty\": \"RSA\", …}]}.");
  }

  private static boolean fits(String algorithm, X509EncodedKeySpec key) {
    try {
      KeyFactory.getInstance(algorithm).generatePublic(key);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
