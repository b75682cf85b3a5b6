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

  /** The route names a variable that is not set. */
  record Missing(String variable) implements ApiKey {}

  /** The key; it is never part of a message. */
  record Present(String value) implements ApiKey {
    private static final String MASK = "•••";

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
