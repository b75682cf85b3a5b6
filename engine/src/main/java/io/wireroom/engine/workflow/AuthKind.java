package io.wireroom.engine.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a webhook knows who calls. */
public enum AuthKind {
  NONE("none"),
  BASIC("basic"),
  API_KEY("apiKey"),
  BEARER("bearer"),
  JWT("jwt"),
  HMAC("hmac"),
  GITHUB("github"),
  STRIPE("stripe"),
  SLACK("slack"),
  STANDARD_WEBHOOKS("standardWebhooks"),
  /** What is drawn cannot be understood: every request is refused. */
  UNKNOWN("unknown");

  private final String word;

  AuthKind(String word) {
    this.word = word;
  }

  /** As it stands in the diagram. */
  public String word() {
    return word;
  }

  /** Whether the kind is nothing without a stored secret. */
  public boolean needsConnection() {
    return this != NONE && this != BEARER && this != UNKNOWN;
  }

  static Optional<AuthKind> of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind != UNKNOWN && kind.word.equals(word))
        .findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).filter(kind -> kind != UNKNOWN).map(AuthKind::word).toList();
  }
}
