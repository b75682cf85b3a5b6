package io.wireroom.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.wireroom.engine.document.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The values that history never stores, as paths: {@code customer.email}; {@code *} is any one
 * name, {@code **} any number of them; lists are passed through.
 */
public final class HiddenPaths {
  /** What is shown in their place. */
  public static final String SHOWN = "redacted";

  static final HiddenPaths NONE = new HiddenPaths(List.of());
  private static final Pattern SEGMENT = Pattern.compile("\\*{1,2}|[^.,*\\s][^.,*]*");
  private static final int MOST = 200;

  private final List<List<String>> paths;

  private HiddenPaths(List<List<String>> paths) {
    this.paths = paths;
  }

  /** Reads paths that are separated by commas or lines; what is none of them is left out. */
  static HiddenPaths of(String list) {
    return new HiddenPaths(
        written(list).filter(path -> fault(path).isEmpty()).map(HiddenPaths::segments).toList());
  }

  /** What is wrong with such a list, a sentence each. */
  public static List<String> faults(String list) {
    var faults = new ArrayList<>(written(list).flatMap(path -> fault(path).stream()).toList());
    if (written(list).count() > MOST) {
      faults.add("More than " + MOST + " names of values that are not stored.");
    }
    return faults;
  }

  private static Stream<String> written(String list) {
    return Stream.of(list.split("[,\\n]", -1)).map(String::strip).filter(path -> !path.isEmpty());
  }

  private static java.util.Optional<String> fault(String path) {
    var right =
        segments(path).stream().allMatch(segment -> SEGMENT.matcher(segment).matches())
            && !path.startsWith("wireroom");
    return right
        ? java.util.Optional.empty()
        : java.util.Optional.of(
            "'" + path + "' names no value; write it as customer.email, *.email or **.email.");
  }

  private static List<String> segments(String path) {
    return Stream.of(path.split("\\.", -1)).map(String::strip).toList();
  }

  HiddenPaths and(HiddenPaths more) {
    return new HiddenPaths(Stream.concat(paths.stream(), more.paths.stream()).toList());
  }

  boolean isEmpty() {
    return paths.isEmpty();
  }

  /** The named value without what is hidden; {@code hidden} is told each value that went. */
  JsonNode without(String name, JsonNode value, Consumer<JsonNode> hidden) {
    return name.startsWith("wireroom") ? value : named(name, value, paths, hidden);
  }

  /** {@link #without} for an object of named values. */
  JsonNode without(JsonNode values, Consumer<JsonNode> hidden) {
    if (!values.isObject()) {
      return values;
    }
    var left = JsonNodeFactory.instance.objectNode();
    values
        .properties()
        .forEach(f -> left.set(f.getKey(), without(f.getKey(), f.getValue(), hidden)));
    return left;
  }

  private static JsonNode named(
      String name, JsonNode value, List<List<String>> paths, Consumer<JsonNode> hidden) {
    var rest = new ArrayList<List<String>>();
    for (var path : paths) {
      step(name, path, rest);
    }
    if (rest.stream().anyMatch(HiddenPaths::isEnd)) {
      hidden.accept(value);
      return TextNode.valueOf(SHOWN);
    }
    return rest.isEmpty() ? value : inside(value, rest, hidden);
  }

  /** What is left of the path behind this name, in each way in which it fits. */
  private static void step(String name, List<String> path, List<List<String>> rest) {
    if (path.isEmpty()) {
      return;
    }
    var tail = path.subList(1, path.size());
    switch (path.getFirst()) {
      case "**" -> {
        rest.add(path);
        step(name, tail, rest);
      }
      case "*" -> rest.add(tail);
      case String segment when segment.equals(name) -> rest.add(tail);
      default -> {}
    }
  }

  private static boolean isEnd(List<String> rest) {
    return rest.isEmpty() || rest.equals(List.of("**"));
  }

  private static JsonNode inside(
      JsonNode value, List<List<String>> paths, Consumer<JsonNode> hidden) {
    if (value.isArray()) {
      var items = JsonNodeFactory.instance.arrayNode(value.size());
      value.forEach(item -> items.add(inside(item, paths, hidden)));
      return items;
    }
    if (!value.isObject()) {
      return value;
    }
    if (Reference.of(value).filter(r -> !r.contentType().startsWith("text/plain")).isPresent()) {
      return TextNode.valueOf(SHOWN); // why: what the path names may be in there
    }
    var fields = JsonNodeFactory.instance.objectNode();
    value
        .properties()
        .forEach(f -> fields.set(f.getKey(), named(f.getKey(), f.getValue(), paths, hidden)));
    return fields;
  }
}
