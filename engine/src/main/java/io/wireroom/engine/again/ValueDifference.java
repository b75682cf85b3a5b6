package io.wireroom.engine.again;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.TreeSet;

/** What is different between two values, by path. */
final class ValueDifference {
  private static final int MOST = 1_000;

  private ValueDifference() {}

  static void add(ArrayNode found, String path, JsonNode left, JsonNode right) {
    if (left.equals(right) || found.size() >= MOST) {
      return;
    }
    if (left.isObject() && right.isObject()) {
      var names = new TreeSet<String>();
      left.fieldNames().forEachRemaining(names::add);
      right.fieldNames().forEachRemaining(names::add);
      names.forEach(
          name ->
              add(
                  found,
                  path.isEmpty() ? name : path + "." + name,
                  left.path(name),
                  right.path(name)));
    } else if (left.isArray() && right.isArray()) {
      for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
        add(found, path + "[" + (i + 1) + "]", left.path(i), right.path(i));
      }
    } else {
      var change = found.addObject().put("path", path);
      if (!left.isMissingNode()) {
        change.set("left", left);
      }
      if (!right.isMissingNode()) {
        change.set("right", right);
      }
    }
  }
}
