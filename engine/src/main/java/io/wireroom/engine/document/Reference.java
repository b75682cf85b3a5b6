package io.wireroom.engine.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands for a document in a value: {@code {"$document", "contentType", "size", "preview"?,
 * "name"?}}.
 *
 * @param size in bytes
 * @param preview the beginning of a text; empty for bytes of another kind
 * @param name what a sender called a file; untrusted, for people only
 */
public record Reference(
    DocumentId id, String contentType, long size, Optional<String> preview, Optional<String> name) {
  public static final String FIELD = "$document";

  static final String TEXT = "text/plain";
  static final String JSON = "application/json";
  private static final int PREVIEW = 300;

  /** A reference without preview and name. */
  public static Reference to(DocumentId id, String contentType, long size) {
    return new Reference(id, contentType, size, Optional.empty(), Optional.empty());
  }

  public Reference named(String newName) {
    return new Reference(id, contentType, size, preview, Optional.of(newName));
  }

  Reference showing(String text) {
    var end = Math.min(PREVIEW, text.length());
    var cut = end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    return new Reference(id, contentType, size, Optional.of(text.substring(0, cut)), name);
  }

  /** The reference that a value is; empty for any other value. */
  public static Optional<Reference> of(JsonNode value) {
    if (!(value instanceof ObjectNode) || !value.path(FIELD).isTextual()) {
      return Optional.empty();
    }
    return DocumentId.of(value.path(FIELD).textValue())
        .map(
            id ->
                new Reference(
                    id,
                    value.path("contentType").asText("application/octet-stream"),
                    value.path("size").asLong(),
                    Optional.ofNullable(value.path("preview").textValue()),
                    Optional.ofNullable(value.path("name").textValue())));
  }

  /** As it stands in values. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put(FIELD, id.text()).put("contentType", contentType).put("size", size);
    name.ifPresent(text -> json.put("name", text));
    preview.ifPresent(text -> json.put("preview", text));
    return json;
  }

  boolean isJson() {
    return type().equals(JSON) || type().endsWith("+json");
  }

  boolean isText() {
    return type().startsWith("text/") || type().endsWith("/xml") || type().endsWith("+xml");
  }

  private String type() {
    var end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }
}
