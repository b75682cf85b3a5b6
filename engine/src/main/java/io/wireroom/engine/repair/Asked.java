package io.wireroom.engine.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.process.RunVariables;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A request's body, field by field; whatever is not as it must be ends the request with 422. */
record Asked(ObjectNode body) {
  static final int MOST = 1_000;

  /** The body, which may have these fields only: a misspelt filter must not mean everything. */
  static Asked of(RoutingContext context, Set<String> fields) {
    var body = Json.object(context);
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!fields.contains(name)) {
                throw wrong(
                    name,
                    "This request has no field "
                        + name
                        + "; it may have "
                        + String.join(", ", fields.stream().sorted().toList())
                        + ".");
              }
            });
    return new Asked(body);
  }

  boolean has(String field) {
    return body.hasNonNull(field);
  }

  Optional<String> text(String field) {
    var value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw wrong(field, field + " must be a text.");
    }
    return Optional.of(value.asText().strip()).filter(text -> !text.isEmpty());
  }

  boolean flag(String field) {
    var value = body.path(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw wrong(field, field + " must be true or false.");
    }
    return value.asBoolean();
  }

  int number(String field) {
    var value = body.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 1) {
      throw wrong(field, field + " must be a whole number from 1.");
    }
    return value.asInt();
  }

  ObjectNode object(String field) {
    var value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Json.MAPPER.createObjectNode();
    }
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw wrong(field, field + " must be an object, like {\"name\": \"value\"}.");
  }

  List<JsonNode> list(String field) {
    var value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      throw wrong(field, field + " must be a list.");
    }
    return value.valueStream().toList();
  }

  /** Keys, each once; as texts, since a browser's numbers are too short for them. */
  List<Long> keys(String field) {
    var keys = new ArrayList<Long>();
    for (var key : list(field)) {
      var found = key(key, field);
      if (!keys.contains(found)) {
        keys.add(found);
      }
    }
    if (keys.size() > MOST) {
      throw wrong(field, "At most " + MOST + " at one time.");
    }
    return List.copyOf(keys);
  }

  static long key(JsonNode value, String field) {
    if (!value.asText("").matches("[0-9]{1,18}") || value.isFloatingPointNumber()) {
      throw wrong(field, field + " must be a key, which is a text of digits.");
    }
    return Long.parseLong(value.asText());
  }

  /** Variables that a person sets. */
  ObjectNode variables(String field) {
    return settable(object(field));
  }

  /** why: an event is known by the run's own variables; nobody may change them. */
  static ObjectNode settable(ObjectNode variables) {
    variables
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (name.startsWith(RunVariables.PREFIX)) {
                throw wrong(name, "Names that begin with wireroom are Wireroom's own.");
              }
            });
    return variables;
  }

  static HttpProblem wrong(String path, String message) {
    return new HttpProblem(422, message, List.of(new HttpProblem.Detail(path, message)));
  }
}
