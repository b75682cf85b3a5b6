package io.wireroom.engine.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.Connector;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The JSON Schema of a connector's input, from its record. */
final class InputSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<Type> INTEGERS =
      Set.of(int.class, Integer.class, long.class, Long.class);
  private static final Set<Type> NUMBERS = Set.of(double.class, Double.class, BigDecimal.class);
  private static final Set<Type> BOOLEANS = Set.of(boolean.class, Boolean.class);

  private InputSchema() {}

  static ObjectNode of(Connector<?> connector) {
    var schema = JSON.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("type", "object");
    var properties = schema.putObject("properties");
    var required = JSON.arrayNode();
    for (var input : InputField.of(connector)) {
      properties.set(input.name(), of(input));
      if (input.required()) {
        required.add(input.name());
      }
    }
    schema.set("required", required);
    return schema;
  }

  static ObjectNode of(InputField input) {
    var field = input.field();
    var property = type(input.type()).put("title", field.label());
    if (!field.help().isEmpty()) {
      property.put("description", field.help());
    }
    if (field.choices().length > 0) {
      var choices = property.putArray("enum");
      List.of(field.choices()).forEach(choices::add);
    }
    // why not an expression: it has a value only inside a run
    if (!field.value().isEmpty() && !field.value().startsWith("=")) {
      property.set("default", literal(field.value(), property.path("type").asText()));
    }
    return property;
  }

  private static JsonNode literal(String value, String type) {
    return switch (type) {
      case "integer" -> JSON.numberNode(Long.parseLong(value));
      case "number" -> JSON.numberNode(new BigDecimal(value));
      case "boolean" -> JSON.booleanNode(Boolean.parseBoolean(value));
      default -> JSON.textNode(value);
    };
  }

  private static ObjectNode type(Type type) {
    if (type == JsonNode.class) {
      return JSON.objectNode(); // anything
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      var list = named("array");
      list.set("items", type(generic.getActualTypeArguments()[0]));
      return list;
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
      var map = named("object");
      map.set("additionalProperties", type(generic.getActualTypeArguments()[1]));
      return map;
    }
    return named(name(type));
  }

  private static String name(Type type) {
    if (type == String.class) {
      return "string";
    }
    if (type == ObjectNode.class) {
      return "object";
    }
    if (INTEGERS.contains(type)) {
      return "integer";
    }
    if (NUMBERS.contains(type)) {
      return "number";
    }
    if (BOOLEANS.contains(type)) {
      return "boolean";
    }
    throw new IllegalArgumentException("an input cannot be a " + type.getTypeName());
  }

  private static ObjectNode named(String type) {
    return JSON.objectNode().put("type", type);
  }
}
