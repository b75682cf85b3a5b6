package io.wireroom.models.endpoint;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The key to an endpoint, as it is found when it is needed. */
public sealed interface ApiKey {
  String MASK = "•••";

  /** The text without the key: endpoints like to quote it in their errors. */
  default String mask(String text) {
    return text;
  }

  /** The route names no key. */
  record NotNeeded() implements ApiKey {}

  /** The route names a key that is not there, for this reason. */
  record Missing(String reason) implements ApiKey {}

  /**
   * The key; it is never part of a message.
   *
   * @param header that it is sent in
   */
  record Present(String value, String header) implements ApiKey {

    /** A bearer token. */
    public Present(String value) {
      this(value, "Authorization");
    }

    /** As the header carries it. */
    public String text() {
      return header.equals("Authorization") ? "Bearer " + value : value;
    }

    @Override
    public String mask(String text) {
      var masked = text;
      for (var form : forms()) {
        masked = masked.replace(form, MASK);
      }
      return masked;
    }

    private List<String> forms() {
      var bytes = value.getBytes(StandardCharsets.UTF_8);
      var hex = HexFormat.of();
      return List.of(
          value,
          URLEncoder.encode(value, StandardCharsets.UTF_8),
          Base64.getEncoder().withoutPadding().encodeToString(bytes),
          Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
          hex.formatHex(bytes),
          hex.withUpperCase().formatHex(bytes));
    }

    @Override
    public String toString() {
      return "ApiKey[" + MASK + "]";
    }
  }

  /**
   * An access key of AWS; its secret parts are never part of a message.
   *
   * @param sessionToken empty for a lasting key
   * @param region where it is meant for; empty when it does not say
   * @param role the ARN of a role to take on with it; empty for none
   */
  record Aws(
      String accessKeyId, String secretAccessKey, String sessionToken, String region, String role)
      implements ApiKey {
    @Override
    public String mask(String text) {
      var masked = new Present(secretAccessKey).mask(text);
      return sessionToken.isEmpty() ? masked : masked.replace(sessionToken, MASK);
    }

    @Override
    public String toString() {
      return "ApiKey[" + accessKeyId + "]";
    }
  }

  /** A profile of the server's AWS configuration. */
  record Profile(String name) implements ApiKey {}

  /** The server's own AWS identity, which an administrator allowed. */
  record Server() implements ApiKey {}
}
