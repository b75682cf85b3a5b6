package io.wireroom.models.endpoint;

import io.wireroom.net.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The key to an endpoint, as it is found when it is needed. */
public sealed interface ApiKey {
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
    private static final String MASK = "•••";

    /** A bearer token. */
    public Present(String value) {
      this(value, "Authorization");
    }

    String text() {
      return header.equals("Authorization") ? "Bearer " + value : value;
    }

    /** The same answer without the key: endpoints like to quote it in their errors. */
    Answer mask(Answer answer) {
      if (!(answer instanceof Answer.Response response)) {
        return answer;
      }
      var body = new String(response.body(), StandardCharsets.UTF_8);
      for (var form : forms()) {
        body = body.replace(form, MASK);
      }
      return new Answer.Response(
          response.status(),
          response.headers(),
          body.getBytes(StandardCharsets.UTF_8),
          response.url());
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
}
