package io.wireroom.engine.again;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.HttpProblem.Detail;
import io.wireroom.engine.web.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a run is to be run again.
 *
 * @param from the step to begin at; empty for the start
 * @param version which diagram
 * @param variables changed right before the chosen step, or at the start
 * @param inputs changed values of steps' inputs, by element
 */
record AgainRequest(
    Optional<Long> from,
    Which version,
    ObjectNode variables,
    Map<String, Map<String, JsonNode>> inputs) {

  /** Which diagram runs. */
  sealed interface Which {
    /** The one that the run went by. */
    record Same() implements Which {}

    /** The newest published one. */
    record Newest() implements Which {}

    /** The caller's draft. */
    record Draft() implements Which {}

    /** That published one. */
    record Version(int number) implements Which {}
  }

  /** Reads a body; 422 for what does not fit. */
  static AgainRequest of(ObjectNode body) {
    var change = object(body, "change");
    var inputs = new LinkedHashMap<String, Map<String, JsonNode>>();
    object(change, "inputs")
        .properties()
        .forEach(element -> inputs.put(element.getKey(), values(element)));
    object(change, "models")
        .properties()
        .forEach(
            model ->
                inputs
                    .computeIfAbsent(model.getKey(), id -> new LinkedHashMap<>())
                    .put("model", model.getValue()));
    return new AgainRequest(from(body), version(body), object(change, "variables"), inputs);
  }

  /** The same from the start's side: the step that a batch begins at differs from run to run. */
  AgainRequest from(Optional<Long> step) {
    return new AgainRequest(step, version, variables, inputs);
  }

  private static Map<String, JsonNode> values(Map.Entry<String, JsonNode> element) {
    if (!(element.getValue() instanceof ObjectNode values)) {
      throw wrong("change.inputs." + element.getKey(), "must be an object of inputs and values");
    }
    var map = new LinkedHashMap<String, JsonNode>();
    values.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue()));
    return map;
  }

  private static Optional<Long> from(ObjectNode body) {
    if (!body.hasNonNull("from")) {
      return Optional.empty();
    }
    var step = body.path("from").path("stepId").asText();
    if (!step.matches("[0-9]{1,18}")) {
      throw wrong("from.stepId", "must be the id of a step of the run");
    }
    return Optional.of(Long.parseLong(step));
  }

  private static Which version(ObjectNode body) {
    var given = body.path("version");
    if (given.isInt() && given.intValue() > 0) {
      return new Which.Version(given.intValue());
    }
    return switch (given.isMissingNode() || given.isNull() ? "same" : given.asText()) {
      case "same" -> new Which.Same();
      case "newest" -> new Which.Newest();
      case "draft" -> new Which.Draft();
      default -> throw wrong("version", "must be a number, \"same\", \"newest\" or \"draft\"");
    };
  }

  private static ObjectNode object(ObjectNode body, String name) {
    if (!body.hasNonNull(name)) {
      return Json.MAPPER.createObjectNode();
    }
    if (body.get(name) instanceof ObjectNode object) {
      return object;
    }
    throw wrong(name, "must be an object");
  }

  private static HttpProblem wrong(String path, String message) {
    return new HttpProblem(
        422,
        "The request is not right: " + path + " " + message + ".",
        List.of(new Detail(path, message)));
  }
}
