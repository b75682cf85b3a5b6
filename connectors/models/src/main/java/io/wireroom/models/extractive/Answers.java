package io.wireroom.models.extractive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Fills the properties of a JSON Schema that counting can answer, known by their names. */
public final class Answers {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int HEADLINE = 90;
  private static final int SUMMARY = 500;
  private static final int TAGS = 5;

  private final Digest digest;

  public Answers(Digest digest) {
    this.digest = digest;
  }

  /** The names that are understood, for a message to the editor. */
  public static String known() {
    return "headline, title, summary, keyPoints, tags, keywords, language, wordCount, publishable"
        + " and reason";
  }

  /** The value for one property, or empty when it cannot be told by counting. */
  public Optional<JsonNode> value(String property, JsonNode schema) {
    var key = property.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return switch (key) {
      case "headline", "title", "heading" -> text(schema, digest.headline(most(schema, HEADLINE)));
      case "summary", "abstract", "teaser", "description", "excerpt" -> summary(schema);
      case "keypoints", "highlights", "keysentences" ->
          list(schema, digest.keySentences(items(schema, 3)));
      case "tags", "keywords", "topics" -> list(schema, digest.tags(items(schema, TAGS)));
      case "language", "lang" -> text(schema, digest.language());
      case "wordcount", "words" -> number(schema, digest.words());
      case "publishable", "isarticle" -> flag(schema, digest.worth().publishable());
      case "reason" -> text(schema, digest.worth().reason());
      default -> Optional.empty();
    };
  }

  private Optional<JsonNode> summary(JsonNode schema) {
    return typed(schema, "array")
        ? list(schema, digest.keySentences(items(schema, 3)))
        : text(schema, digest.summary(most(schema, SUMMARY)));
  }

  private static Optional<JsonNode> text(JsonNode schema, String value) {
    return typed(schema, "string") && !value.isBlank()
        ? Optional.of(JSON.textNode(value))
        : Optional.empty();
  }

  private static Optional<JsonNode> list(JsonNode schema, List<String> values) {
    if (!typed(schema, "array") || values.isEmpty()) {
      return Optional.empty();
    }
    ArrayNode array = JSON.arrayNode();
    values.forEach(array::add);
    return Optional.of(array);
  }

  private static Optional<JsonNode> number(JsonNode schema, int value) {
    return typed(schema, "integer") || typed(schema, "number")
        ? Optional.of(JSON.numberNode(value))
        : Optional.empty();
  }

  private static Optional<JsonNode> flag(JsonNode schema, boolean value) {
    return typed(schema, "boolean") ? Optional.of(JSON.booleanNode(value)) : Optional.empty();
  }

  /** True when the schema allows the type, also by saying nothing or a list of types. */
  private static boolean typed(JsonNode schema, String type) {
    var given = schema.path("type");
    if (given.isArray()) {
      for (var one : given) {
        if (one.asText().equals(type)) {
          return true;
        }
      }
      return false;
    }
    return given.isMissingNode()
        ? !type.equals("array") || schema.has("items")
        : given.asText().equals(type);
  }

  private static int most(JsonNode schema, int usual) {
    return Math.min(usual, Math.max(0, schema.path("maxLength").asInt(usual)));
  }

  private static int items(JsonNode schema, int usual) {
    var most = Math.max(0, schema.path("maxItems").asInt(usual));
    return Math.min(20, Math.max(Math.min(usual, most), schema.path("minItems").asInt(0)));
  }

  /** An object with every property that can be told; the rest is left out. */
  public ObjectNode fill(ObjectNode schema) {
    var object = JSON.objectNode();
    for (var property : schema.path("properties").properties()) {
      value(property.getKey(), property.getValue())
          .ifPresent(value -> object.set(property.getKey(), value));
    }
    return object;
  }
}
