package io.wireroom.engine.trigger.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.trigger.inbox.Document;
import java.util.List;

/**
 * A body as it was read.
 *
 * @param value what expressions see; null when there is nothing to read, as in a picture
 * @param files the files of a form, to which {@code value} refers by {@code {$document,
 *     contentType, size, name}}
 */
public record Body(JsonNode value, List<Document> files) {
  public Body {
    files = List.copyOf(files);
  }

  /** How a value refers to a file. */
  public static ObjectNode reference(Document document) {
    return document.reference().named(document.name()).json();
  }

  static Body of(JsonNode value) {
    return new Body(value, List.of());
  }
}
