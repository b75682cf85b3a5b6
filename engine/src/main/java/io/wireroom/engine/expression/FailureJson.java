package io.wireroom.engine.expression;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.web.Json;

/** Why an expression has no value, for the person who writes it. */
public final class FailureJson {
  private FailureJson() {}

  /** {@code {message, suggestion, detail, position: {line, column}}}; the last two where known. */
  public static ObjectNode of(FeelResult.Failed failed) {
    var json = Json.MAPPER.createObjectNode();
    json.put("message", failed.inWords());
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
}
