package io.wireroom.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Says for which item of a loop a step of a run is; asks the server when it meets a new one. */
final class LoopItems {
  private static final int LONGEST = 60;
  private static final List<String> NAMES = List.of("title", "name", "link", "url", "id");

  private final Server server;
  private final String path;
  private final Map<String, JsonNode> known = new HashMap<>();

  LoopItems(Server server, String runKey) {
    this.server = server;
    this.path = "/api/runs/" + runKey + "/steps?cursor=";
  }

  /** {@code 3 of 11: its title}, for the innermost loop; empty outside of loops. */
  Optional<String> of(JsonNode step) {
    var parent = found(step.path("parentId").asText());
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    return parent.get().path("type").asText().equals("multiInstanceBody")
        ? item(step.path("id").asText()).map(item -> place(item.path("loop")) + label(item))
        : of(parent.get());
  }

  /** why perhaps once more: it may have been read before all of it was there. */
  private Optional<JsonNode> item(String id) {
    if (found(id).filter(item -> item.has("loop")).isEmpty()) {
      known.remove(id);
    }
    return found(id).filter(item -> item.has("loop"));
  }

  private Optional<JsonNode> found(String id) {
    if (!id.isEmpty() && !known.containsKey(id)) {
      // why from the one before: a page begins behind its cursor, and has those that began later
      server
          .get(path + (Long.parseLong(id) - 1))
          .path("items")
          .forEach(step -> known.put(step.path("id").asText(), step));
    }
    return Optional.ofNullable(known.get(id));
  }

  private static String place(JsonNode loop) {
    var index = loop.path("index").asText();
    return loop.has("of") ? index + " of " + loop.path("of").asText() : index;
  }

  /** What people know the item by: the name that one of its values has, or a value that is text. */
  private static String label(JsonNode item) {
    var values = item.path("input").valueStream().toList();
    return Stream.concat(
            NAMES.stream().flatMap(name -> values.stream().map(value -> value.path(name))),
            values.stream())
        .filter(JsonNode::isTextual)
        .map(text -> ": " + shortened(text.textValue()))
        .findFirst()
        .orElse("");
  }

  private static String shortened(String text) {
    var line = text.strip().replaceAll("[\\p{Cc}\\s]+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1).stripTrailing() + "…";
  }
}
