package io.wireroom.testkit.model;

import java.util.Optional;

/** Which interface a request speaks. */
final class Shapes {
  private Shapes() {}

  static Optional<Shape> of(String path, String body) {
    if (path.endsWith("/chat/completions")) {
      return Optional.of(new ChatShape());
    }
    if (path.matches("/model/.+/converse(-stream)?")) {
      return Optional.of(new ConverseShape());
    }
    if (path.matches("/model/.+/invoke(-with-response-stream)?")) {
      return Optional.of(new AnthropicShape());
    }
    if (path.matches("/endpoints/.+/invocations(-response-stream)?")) {
      return Optional.of(new ContainerShape(container(body, path)));
    }
    return Optional.empty();
  }

  /** Whether the answer comes in pieces. */
  static boolean streamed(String path, String body) {
    return path.endsWith("-stream")
        || path.endsWith("/chat/completions") && body.contains("\"stream\":true");
  }

  private static Shape container(String body, String path) {
    return body.contains("\"messages\"")
        ? new ChatShape()
        : new GeneratedShape(path.contains("lmi"));
  }
}
