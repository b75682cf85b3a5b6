package io.wireroom.engine.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The short values of a run by which it can be filtered: its variables and their fields. */
record RunValues(List<Leaf> leaves, List<String> texts) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_JSON = 8_192;
  private static final int LONGEST_TEXT = 120;
  private static final int MOST_FIELDS = 16;
  private static final int MOST_TEXTS = 100;

  /** One short value. */
  record Leaf(String path, String text, Optional<Double> number) {}

  /** Of one variable; nothing for what is too long to be searched. */
  static RunValues of(String name, String json) {
    var leaves = new ArrayList<Leaf>();
    var texts = new ArrayList<String>();
    if (json.length() <= LONGEST_JSON) {
      collect(name, json, leaves, texts);
    }
    return new RunValues(leaves, texts);
  }

  private static void collect(String name, String json, List<Leaf> leaves, List<String> texts) {
    try {
      var value = JSON.readTree(json);
      if (value.isValueNode()) {
        add(leaves, name, value);
      }
      value.properties().stream()
          .filter(field -> field.getValue().isValueNode())
          .limit(MOST_FIELDS)
          .forEach(field -> add(leaves, name + "." + field.getKey(), field.getValue()));
      walk(value, texts);
    } catch (JsonProcessingException e) {
      leaves.add(new Leaf(name, cut(json), Optional.empty()));
    }
  }

  private static void add(List<Leaf> leaves, String path, JsonNode value) {
    if (!value.isNull()) {
      var number = Optional.of(value).filter(JsonNode::isNumber).map(JsonNode::asDouble);
      leaves.add(new Leaf(path, cut(value.asText()), number));
    }
  }

  private static void walk(JsonNode value, List<String> texts) {
    if (texts.size() >= MOST_TEXTS) {
      return;
    }
    if (value.isTextual() || value.isNumber()) {
      texts.add(cut(value.asText()));
    }
    value.forEach(part -> walk(part, texts));
  }

  static String cut(String text) {
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
  }
}
