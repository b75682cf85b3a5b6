package io.wireroom.engine.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts what {@link LargeValues} took out back into values, where a connector or a caller gets them.
 * Blocks.
 *
 * <p>Inside a value only what Wireroom itself took out (it has a preview) is put back; a raw body
 * or a file that was sent is put in where it is the input itself.
 */
public final class WholeValues {
  /** why a limit: references may repeat, and a small value would unfold to any size. */
  private static final long MOST_BYTES = 64_000_000;

  private static final int DEEPEST = 4;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset=\"?([A-Za-z0-9._-]{1,40})", Pattern.CASE_INSENSITIVE);

  private final Documents documents;

  public WholeValues(Documents documents) {
    this.documents = documents;
  }

  /**
   * A step's inputs with their documents.
   *
   * @param texts the inputs that are to be texts, whatever their document's kind
   * @throws DocumentMissing with a sentence for a person
   */
  public ObjectNode inputs(ObjectNode values, Set<String> texts) {
    if (!mentions(values)) {
      return values;
    }
    var left = new Left();
    var whole = JsonNodeFactory.instance.objectNode();
    for (var field : values.properties()) {
      var reference = Reference.of(field.getValue());
      whole.set(
          field.getKey(),
          reference.isPresent()
              ? loaded(reference.get(), field.getValue(), texts.contains(field.getKey()), left, 0)
              : putBack(field.getValue(), left, 0));
    }
    return whole;
  }

  /** A value with what was taken out of it. */
  public JsonNode putBack(JsonNode value) {
    return mentions(value) ? putBack(value, new Left(), 0) : value;
  }

  private JsonNode putBack(JsonNode value, Left left, int depth) {
    if (value.isArray()) {
      var items = JsonNodeFactory.instance.arrayNode(value.size());
      value.forEach(item -> items.add(putBack(item, left, depth)));
      return items;
    }
    if (!value.isObject()) {
      return value;
    }
    var reference = Reference.of(value).filter(r -> r.preview().isPresent());
    if (reference.isPresent()) {
      return loaded(reference.get(), value, false, left, depth);
    }
    var fields = JsonNodeFactory.instance.objectNode();
    value.properties().forEach(f -> fields.set(f.getKey(), putBack(f.getValue(), left, depth)));
    return fields;
  }

  private JsonNode loaded(
      Reference reference, JsonNode otherwise, boolean asText, Left left, int depth) {
    var isText = reference.isText() || (asText && reference.isJson());
    if (depth >= DEEPEST || !(isText || reference.isJson())) {
      return otherwise;
    }
    var bytes = documents.read(reference.id()).orElseThrow(() -> DocumentMissing.of(reference));
    left.take(bytes.length);
    return isText
        ? TextNode.valueOf(new String(bytes, charset(reference)))
        : putBack(parsed(reference, bytes), left, depth + 1);
  }

  private static Charset charset(Reference reference) {
    var named = CHARSET.matcher(reference.contentType());
    return named.find() && Charset.isSupported(named.group(1))
        ? Charset.forName(named.group(1))
        : StandardCharsets.UTF_8;
  }

  private static JsonNode parsed(Reference reference, byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new DocumentMissing(
          "The document " + reference.id() + " calls itself JSON, but is not.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean mentions(JsonNode value) {
    if (value.isObject() && value.has(Reference.FIELD)) {
      return true;
    }
    for (var part : value) {
      if (part.isContainerNode() && mentions(part)) {
        return true;
      }
    }
    return false;
  }

  /** How many bytes may still be put back. */
  private static final class Left {
    private long bytes = MOST_BYTES;

    void take(long more) {
      bytes -= more;
      if (bytes < 0) {
        throw new DocumentMissing(
            "The step's inputs are larger than "
                + MOST_BYTES / 1_000_000
                + " MB together. Give it less, for example a part of the text.");
      }
    }
  }
}
