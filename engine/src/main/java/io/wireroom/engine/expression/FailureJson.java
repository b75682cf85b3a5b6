package io.wireroom.engine.expression;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.web.Json;

/** Why an expression has no value, for the person who writes it. */
public final class FailureJson {
  private FailureJson() {}

  /** {@code {message, suggestion, detail, position: {line, column}}}; the last two where known. */
  public static ObjectNode of(FeelResult.Failed failed) {
    var json = Json.MAPPER.createObjectNode();
    json.put("message", failed.place().map(FailureJson::unread).orElse(failed.message()));
    json.put("suggestion", failed.suggestion());
    failed
        .place()
        .ifPresent(
            place -> {
              json.put("detail", failed.message());
              json.putObject("position").put("line", place.line()).put("column", place.column());
            });
    return json;
  }

  private static String unread(FeelResult.Place place) {
    return place.line() == 1
        ? "It cannot be read at character " + place.column() + "."
        : "It cannot be read in line %d at character %d.".formatted(place.line(), place.column());
  }
}
