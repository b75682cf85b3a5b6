package io.wireroom.models.endpoint;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One turn of a conversation. */
public record Message(Role role, List<Content> content) {
  public Message {
    content = List.copyOf(content);
  }

  /** A turn of text only. */
  public Message(Role role, String text) {
    this(role, List.of(new Content.Text(text)));
  }

  /** Its text without the other parts. */
  public String text() {
    return text(content);
  }

  /** Whether there is nothing but text in it. */
  public boolean plain() {
    return content.stream().allMatch(Content.Text.class::isInstance);
  }

  static String text(List<Content> content) {
    return content.stream()
        .filter(Content.Text.class::isInstance)
        .map(part -> ((Content.Text) part).text())
        .collect(Collectors.joining());
  }

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
