package io.wireroom.models.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** One part of a message. An adapter that cannot say a part refuses it, and never drops it. */
public sealed interface Content {
  /** Plain text. */
  record Text(String text) implements Content {}

  /**
   * A picture.
   *
   * @param format {@code png}, {@code jpeg}, {@code gif} or {@code webp}
   */
  record Image(String format, byte[] bytes) implements Content {}

  /**
   * A file to read.
   *
   * @param format {@code pdf}, {@code csv}, {@code docx}, {@code html}, {@code txt}, {@code md} …
   */
  record Document(String name, String format, byte[] bytes) implements Content {}

  /**
   * The model wants a tool to be used.
   *
   * @param input its arguments; text when the model did not write JSON
   */
  record ToolUse(String id, String name, JsonNode input) implements Content {}

  /** What a tool gave, for the {@link ToolUse} of that id. */
  record ToolResult(String id, List<Content> content, boolean failed) implements Content {
    public ToolResult {
      content = List.copyOf(content);
    }
  }

  /**
   * What the model thought before it answered; no part of its text.
   *
   * @param signature to be sent back with it, where the vendor signs its thoughts
   */
  record Reasoning(String text, Optional<String> signature) implements Content {}

  /** All before it may be kept by the endpoint: for five minutes, or for an hour. */
  record CachePoint(boolean hour) implements Content {}

  /** What a model of embeddings makes of a text. */
  record Vector(float[] values) implements Content {}

  /** A part that has no name here, as the endpoint sent it. */
  record Unknown(JsonNode json) implements Content {}
}
