package io.wireroom.library.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One value or a list of values under a name; null is no value. */
final class Values {
  private Values() {}

  static List<JsonNode> all(String name, JsonNode given) {
    var values = new ArrayList<JsonNode>();
    if (given.isArray()) {
      given.forEach(values::add);
    } else {
      values.add(given);
    }
    values.removeIf(JsonNode::isNull);
    if (values.stream().anyMatch(JsonNode::isContainerNode)) {
      throw new IllegalArgumentException(name + " must be a text, a number or a list of them");
    }
    return values;
  }
}
