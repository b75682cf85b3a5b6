package io.wireroom.models.endpoint;

import java.util.List;

/** A whole answer of a model, whoever served it. */
public record Reply(List<Content> content, StopReason stop, Usage usage, Served served) {
  public Reply {
    content = List.copyOf(content);
  }

  /** A reply of text only. */
  public Reply(String text, StopReason stop, Usage usage) {
    this(List.of(new Content.Text(text)), stop, usage, Served.UNSAID);
  }

  /** Its text without thoughts and other parts. */
  public String text() {
    return Message.text(content);
  }

  /** The same, counted like this. */
  public Reply counted(Usage other) {
    return new Reply(content, stop, other, served);
  }

  /** The same, served like this. */
  public Reply served(Served other) {
    return new Reply(content, stop, usage, other);
  }
}
