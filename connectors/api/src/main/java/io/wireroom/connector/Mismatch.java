package io.wireroom.connector;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says in words which value does not fit: what is wanted there, and what kind of value is there
 * instead. why not the value: it may be one that the workflow hides.
 */
final class Mismatch {
  private Mismatch() {}

  /** {@code url must be a text; it is a list}. */
  static String words(JsonMappingException e, JsonNode given) {
    var value = given;
    var name = new StringBuilder();
    for (var step : e.getPath()) {
      value = in(value, step);
      name.append(name(step, name.isEmpty()));
    }
    return "%s must be %s; it is %s".formatted(name, wanted(e), found(value));
  }

  private static JsonNode in(JsonNode value, Reference step) {
    var field = step.getFieldName();
    return field == null ? value.path(step.getIndex()) : value.path(field);
  }

  private static String name(Reference step, boolean first) {
    return step.getFieldName() == null
        ? "[" + (step.getIndex() + 1) + "]"
        : (first ? "" : ".") + step.getFieldName();
  }

  private static String wanted(JsonMappingException e) {
    return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
        ? wanted(TypeFactory.defaultInstance().constructType(mismatch.getTargetType()))
        : "of another kind";
  }

  private static String wanted(JavaType type) {
    var raw = type.getRawClass();
    if (raw.isEnum()) {
      return Arrays.stream(raw.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (type.isCollectionLikeType() || type.isArrayType()) {
      return "a list";
    }
    if (CharSequence.class.isAssignableFrom(raw)) {
      return "a text";
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return "true or false";
    }
    if (List.of(int.class, Integer.class, long.class, Long.class).contains(raw)) {
      return "a whole number";
    }
    if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
      return "a number";
    }
    if (Duration.class == raw) {
      return "a duration such as PT30S";
    }
    return Temporal.class.isAssignableFrom(raw)
        ? "a time such as 2026-11-20T00:00:00Z"
        : "an object with named values";
  }

  private static String found(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> value.isEmpty() ? "an empty list" : "a list";
      case OBJECT, POJO -> "an object";
      case STRING -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> value.asText();
      case NULL, MISSING -> "nothing";
      case BINARY -> "bytes";
    };
  }
}
