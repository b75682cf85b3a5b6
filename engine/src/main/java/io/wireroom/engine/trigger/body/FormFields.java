package io.wireroom.engine.trigger.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.web.HttpProblem;

/** A form's fields as they come in: one value by itself, several of a name as a list. */
final class FormFields {
  static final int MOST = 1_000;
  private static final int LONGEST_NAME = 1_000;

  private final ObjectNode node = JsonNodeFactory.instance.objectNode();
  private int count;

  /**
   * Adds a field.
   *
   * @throws HttpProblem 422 when the name is unusable or there are too many
   */
  void add(String name, JsonNode value) {
    if (++count > MOST) {
      throw new HttpProblem(422, "The form has more than " + MOST + " fields.");
    }
    if (name.indexOf('\0') >= 0 || name.length() > LONGEST_NAME) {
      throw new HttpProblem(422, "A field's name has a NUL character or is very long.");
    }
    switch (node.get(name)) {
      case null -> node.set(name, value);
      case ArrayNode several -> several.add(value);
      case JsonNode one -> node.set(name, node.arrayNode().add(one).add(value));
    }
  }

  ObjectNode node() {
    return node;
  }
}
