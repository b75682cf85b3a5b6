package io.wireroom.engine.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/**
 * Input and output mappings as they are drawn, worked out as the broker does: one after the other,
 * and a later one sees what an earlier one gave. Text without a leading {@code =} is meant as it
 * stands. Blocks.
 */
public final class Mappings {
  private final Feel feel;

  public Mappings(Feel feel) {
    this.feel = feel;
  }

  /** What mappings came to. */
  public sealed interface Mapped {
    /** By target; a target such as {@code a.b} is inside of {@code a}. */
    record Values(ObjectNode values) implements Mapped {}

    /** One has no value, so none has. */
    record Failed(String target, FeelResult.Failed failure) implements Mapped {}
  }

  /** The values of {@code sources}, given by target, over {@code variables}. */
  public Mapped of(Map<String, String> sources, ObjectNode variables) {
    var values = JsonNodeFactory.instance.objectNode();
    var seen = JsonNodeFactory.instance.objectNode();
    seen.setAll(variables);
    for (var mapping : sources.entrySet()) {
      switch (value(mapping.getValue(), seen)) {
        case FeelResult.Failed failure -> {
          return new Mapped.Failed(mapping.getKey(), failure);
        }
        case FeelResult.Value(var value) -> {
          put(values, mapping.getKey(), value);
          seen.setAll(values);
        }
      }
    }
    return new Mapped.Values(values);
  }

  private FeelResult value(String source, ObjectNode seen) {
    return source.strip().startsWith("=")
        ? feel.evaluate(source, seen)
        : new FeelResult.Value(TextNode.valueOf(source));
  }

  private static void put(ObjectNode values, String target, JsonNode value) {
    var dot = target.indexOf('.');
    if (dot < 0) {
      values.set(target, value);
      return;
    }
    var outer = target.substring(0, dot);
    var inside = values.path(outer) instanceof ObjectNode object ? object : values.putObject(outer);
    put(inside, target.substring(dot + 1), value);
  }
}
