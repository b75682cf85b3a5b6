package io.wireroom.models.endpoint;

import java.util.Locale;

/** One turn of a conversation. */
public record Message(Role role, String text) {
  /** Who speaks. */
  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT;

    /** As the wire writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
