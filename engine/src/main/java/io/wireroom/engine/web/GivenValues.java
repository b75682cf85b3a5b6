package io.wireroom.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Values that a caller sends to try something on. */
public final class GivenValues {
  private static final int DEEPEST = 100;

  private GivenValues() {}

  /** The values by name; 422 for anything else, or when they are nested too deep. */
  public static ObjectNode of(ObjectNode body, String field) {
    var given = body.path(field);
    if (given.isMissingNode() || given.isNull()) {
      return Json.MAPPER.createObjectNode();
    }
    if (!(given instanceof ObjectNode values)) {
      throw new HttpProblem(422, field + " must be an object of values by name.");
    }
    if (deeper(values, DEEPEST)) {
      throw new HttpProblem(422, "The values are nested more than " + DEEPEST + " deep.");
    }
    return values;
  }

  private static boolean deeper(JsonNode node, int levels) {
    if (!node.isContainerNode()) {
      return false;
    }
    if (levels == 0) {
      return true;
    }
    for (var child : node) {
      if (deeper(child, levels - 1)) {
        return true;
      }
    }
    return false;
  }
}
