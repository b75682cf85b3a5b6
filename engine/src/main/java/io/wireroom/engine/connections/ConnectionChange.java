package io.wireroom.engine.connections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.HttpProblem.Detail;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants a connection to be.
 *
 * @param fields the values to set; a field that is not here keeps what it has, an empty one loses
 *     it
 * @param keepPrevious how long webhooks take the values from before
 */
record ConnectionChange(
    String name, ConnectionType type, Map<String, String> fields, Duration keepPrevious) {
  private static final Duration KEEP = Duration.ofHours(24);
  private static final Duration LONGEST = Duration.ofDays(90);

  /** Reads a request; no sentence of its complaints quotes a value. */
  static ConnectionChange read(String name, ObjectNode body) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw new HttpProblem(
          422, "A connection's name is 1 to 64 letters, digits, dots, dashes or underscores.");
    }
    var type =
        ConnectionTypes.find(body.path("type").asText())
            .orElseThrow(() -> new HttpProblem(422, "The type must be one of " + words() + "."));
    var fields = new LinkedHashMap<String, String>();
    for (var field : body.path("fields").properties()) {
      if (!field.getValue().isTextual()) {
        throw new HttpProblem(422, "The field " + field.getKey() + " must be text.");
      }
      fields.put(field.getKey(), field.getValue().textValue());
    }
    return new ConnectionChange(name, type, fields, keep(body.path("keepPrevious")));
  }

  /** Makes it so; true when the connection is new. Blocks. */
  boolean make(ConnectionStore store, Audit audit, String by) {
    var isNew = store.save(name, type.type(), this::applied, keepPrevious, by);
    audit.keep(
        by,
        isNew ? "create connection" : "change connection",
        name,
        type.type() + ": " + String.join(", ", fields.keySet()));
    return isNew;
  }

  private Map<String, String> applied(Optional<Stored> before) {
    before.ifPresent(stored -> sameType(stored.type()));
    var after = new LinkedHashMap<String, String>();
    before.flatMap(Stored::connection).ifPresent(there -> after.putAll(there.fields()));
    after.putAll(fields);
    after.values().removeIf(String::isBlank);
    var faults = type.faults(after);
    if (!faults.isEmpty()) {
      throw new HttpProblem(
          422,
          "The connection " + name + " cannot be stored like this.",
          faults.stream().map(f -> new Detail("fields." + f.field(), f.message())).toList());
    }
    return after;
  }

  private void sameType(String stored) {
    if (!stored.equals(type.type())) {
      throw new HttpProblem(
          409,
          "The connection %s is of type %s. Remove it first, or take another name."
              .formatted(name, stored));
    }
  }

  private static Duration keep(JsonNode given) {
    if (given.isMissingNode() || given.isNull()) {
      return KEEP;
    }
    var text = given.asText().strip();
    try {
      var iso = text.matches("(?i)[0-9]{1,6}[smh]") ? "PT" + text : text;
      var keep = Duration.parse(text.matches("(?i)[0-9]{1,3}d") ? "P" + text : iso);
      if (!keep.isNegative() && keep.compareTo(LONGEST) <= 0) {
        return keep;
      }
    } catch (DateTimeParseException e) {
      // the sentence below says it
    }
    throw new HttpProblem(422, "keepPrevious must be from 0s to 90d, such as 24h.");
  }

  private static String words() {
    return String.join(", ", ConnectionTypes.ALL.stream().map(ConnectionType::type).toList());
  }
}
