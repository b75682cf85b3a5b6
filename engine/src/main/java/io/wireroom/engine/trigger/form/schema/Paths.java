package io.wireroom.engine.trigger.form.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Values at paths with dots. */
final class Paths {
  private Paths() {}

  /** The value; missing when there is none. */
  static JsonNode at(ObjectNode node, String path) {
    JsonNode value = node;
    for (var name : path.split("\\.", -1)) {
      value = value instanceof ObjectNode object ? object.path(name) : MissingNode.getInstance();
    }
    return value;
  }

  static void set(ObjectNode node, String path, JsonNode value) {
    var dot = path.lastIndexOf('.');
    var owner = dot < 0 ? node : object(node, path.substring(0, dot));
    owner.set(path.substring(dot + 1), value);
  }

  /** The object at the path, made where it is missing. */
  static ObjectNode object(ObjectNode node, String path) {
    var at = node;
    for (var name : path.split("\\.", -1)) {
      at = at.get(name) instanceof ObjectNode there ? there : at.putObject(name);
    }
    return at;
  }

  static void copy(ObjectNode from, ObjectNode to, String path) {
    var value = at(from, path);
    if (!value.isMissingNode()) {
      set(to, path, value);
    }
  }
}
