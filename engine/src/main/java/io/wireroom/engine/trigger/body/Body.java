package io.wireroom.engine.trigger.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.trigger.inbox.Document;
import java.util.List;

/**
 * A body as it was read.
 *
 * @param value what expressions see; null when there is nothing to read, as in a picture
 * @param files the files of a form, to which {@code value} refers by {@code {id, name, contentType,
 *     size}}
 */
public record Body(JsonNode value, List<Document> files) {
  public Body {
    files = List.copyOf(files);
  }

  /** How a value refers to a document: {@code {id, name, contentType, size}}. */
  public static ObjectNode reference(Document document) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", document.id())
        .put("name", document.name())
        .put("contentType", document.contentType())
        .put("size", document.bytes().length);
  }

  static Body of(JsonNode value) {
    return new Body(value, List.of());
  }
}
