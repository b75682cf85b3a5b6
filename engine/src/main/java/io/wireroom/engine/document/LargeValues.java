package io.wireroom.engine.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * Takes what is large out of values, so that the broker can carry them: texts above 64 KB become
 * references. Blocks.
 *
 * <p>why texts first and lists last: the broker loops over lists and reads fields, and neither
 * works on a reference. Only when the rest is still above 1 MB do smaller texts go too, and whole
 * values at the very end.
 */
public final class LargeValues {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  private static final List<Integer> LIMITS =
      List.of(Documents.LARGE, Documents.LARGE / 4, Documents.LARGE / 16, Documents.LARGE / 64);
  private static final int MOST_TOGETHER = 1_000_000;
  private static final List<Integer> READABLE = List.of(1_000_000, Documents.LARGE, 4_096);
  private static final int MOST_READABLE = 2_000_000;

  private final Documents documents;

  public LargeValues(Documents documents) {
    this.documents = documents;
  }

  /** Values that the broker can carry; the same object when they are so already. */
  public ObjectNode takenOut(ObjectNode values) {
    var smaller = values;
    for (var limit : LIMITS) {
      smaller = (ObjectNode) withoutTexts(smaller, limit);
      if (size(smaller) <= MOST_TOGETHER) {
        return smaller;
      }
    }
    return withoutWholes(values, smaller);
  }

  /** One value without its large texts; as a whole when it is large even so. */
  public JsonNode takenOut(JsonNode value) {
    var smaller = withoutTexts(value, Documents.LARGE);
    return size(smaller) > Documents.LARGE ? whole(value) : smaller;
  }

  /**
   * A response as expressions can read it: texts up to 1 MB whole, unless they are too much
   * together; what is larger is a reference, to be handed on.
   */
  public JsonNode readable(JsonNode response) {
    var smaller = response;
    for (var limit : READABLE) {
      if (weight(smaller, MOST_READABLE) <= MOST_READABLE) {
        return smaller;
      }
      smaller = withoutTexts(smaller, limit);
    }
    return smaller;
  }

  /** Whether there may be something to take out; cheap. */
  public static boolean mayBeLarge(JsonNode value) {
    return weight(value, Documents.LARGE / 4) > Documents.LARGE / 4;
  }

  private static long weight(JsonNode value, long most) {
    var sum = 8L + (value.isTextual() ? value.textValue().length() : 0);
    if (value.isObject()) {
      for (var field : value.properties()) {
        sum += sum > most ? 0 : field.getKey().length() + weight(field.getValue(), most - sum);
      }
    } else {
      for (var item : value) {
        sum += sum > most ? 0 : weight(item, most - sum);
      }
    }
    return sum;
  }

  private JsonNode withoutTexts(JsonNode value, int limit) {
    return switch (value.getNodeType()) {
      case STRING -> isAbove(value.textValue(), limit) ? text(value.textValue()) : value;
      case OBJECT -> Reference.of(value).isPresent() ? value : object((ObjectNode) value, limit);
      case ARRAY -> {
        var items = JsonNodeFactory.instance.arrayNode(value.size());
        value.forEach(item -> items.add(withoutTexts(item, limit)));
        yield items;
      }
      case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO -> value;
    };
  }

  private ObjectNode object(ObjectNode value, int limit) {
    var fields = JsonNodeFactory.instance.objectNode();
    value.properties().forEach(f -> fields.set(f.getKey(), withoutTexts(f.getValue(), limit)));
    return fields;
  }

  private static boolean isAbove(String text, int limit) {
    return text.length() > limit || (text.length() > limit / 3 && utf8(text) > limit);
  }

  private static long utf8(String text) {
    return text.codePoints()
        .mapToLong(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4)
        .sum();
  }

  private ObjectNode text(String text) {
    var kept =
        documents.keep(
            out -> {
              // why not getBytes: that would be a second copy of a text that may fill the memory
              var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
              writer.write(text);
              writer.flush();
            });
    return Reference.to(kept.id(), Reference.TEXT, kept.size()).showing(text).json();
  }

  /** The largest go first. */
  private ObjectNode withoutWholes(ObjectNode values, ObjectNode smaller) {
    var result = smaller.deepCopy();
    var names =
        smaller.properties().stream()
            .sorted(Comparator.comparingLong(field -> -size(field.getValue())))
            .map(java.util.Map.Entry::getKey)
            .toList();
    for (var name : names) {
      result.set(name, whole(values.get(name)));
      if (size(result) <= MOST_TOGETHER) {
        break;
      }
    }
    return result;
  }

  private JsonNode whole(JsonNode value) {
    var kept = documents.keep(out -> MAPPER.writeValue(out, value));
    return Reference.to(kept.id(), Reference.JSON, kept.size())
        .showing(documents.beginning(kept.id()).orElse(""))
        .json();
  }

  /** How many bytes the value is as JSON. */
  static long size(JsonNode value) {
    var out = new Counted();
    try {
      MAPPER.writeValue(out, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.count;
  }

  private static final class Counted extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      count += length;
    }
  }
}
