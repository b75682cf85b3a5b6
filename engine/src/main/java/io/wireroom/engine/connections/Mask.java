package io.wireroom.engine.connections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Takes values out of texts and JSON, in each way in which {@link Disguises} knows them. */
public final class Mask {
  public static final String SHOWN = "•••";

  private static final Pattern RUN = Pattern.compile("(?:" + SHOWN + "){2,}");

  /** Masks nothing. */
  public static final Mask NOTHING = new Mask(List.of());

  private final List<Pattern> patterns;

  private Mask(List<Pattern> patterns) {
    this.patterns = patterns;
  }

  /** Masks these values; the longest first, because one may be a part of another. */
  static Mask of(Collection<String> values) {
    return new Mask(
        values.stream()
            .filter(value -> !value.isBlank())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .flatMap(value -> Disguises.of(value).stream())
            .toList());
  }

  public String text(String text) {
    var masked = text;
    for (var pattern : patterns) {
      masked = pattern.matcher(masked).replaceAll(SHOWN);
    }
    // why: how many pieces there were would tell how long the value is
    return patterns.isEmpty() ? masked : RUN.matcher(masked).replaceAll(SHOWN);
  }

  /** How much of a text's beginning cannot become a part of a value when more text follows. */
  public int settled(String text) {
    var halved = !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
    var end = halved ? text.length() - 1 : text.length();
    for (int at = 0; at < end; at++) {
      for (var pattern : patterns) {
        var value = pattern.matcher(text).region(at, end);
        var found = value.lookingAt();
        if (value.hitEnd()) {
          return at;
        }
        if (found) {
          at = value.end() - 1;
          break;
        }
      }
    }
    return end;
  }

  /** The same JSON without the values, be they names, texts or numbers. */
  public JsonNode json(JsonNode node) {
    if (patterns.isEmpty()) {
      return node;
    }
    return switch (node.getNodeType()) {
      case OBJECT -> object(node);
      case ARRAY -> {
        var masked = JsonNodeFactory.instance.arrayNode(node.size());
        node.forEach(item -> masked.add(json(item)));
        yield masked;
      }
      case STRING, NUMBER, BINARY, POJO -> scalar(node);
      case BOOLEAN, NULL, MISSING -> node;
    };
  }

  /** {@link #json} for an object. */
  public ObjectNode object(JsonNode node) {
    var masked = JsonNodeFactory.instance.objectNode();
    node.properties().forEach(field -> masked.set(text(field.getKey()), json(field.getValue())));
    return masked;
  }

  // why numbers, too: a credential of digits that is echoed as JSON comes back as one
  private JsonNode scalar(JsonNode node) {
    var before = node.asText();
    var after = text(before);
    return after.equals(before) ? node : TextNode.valueOf(after);
  }
}
