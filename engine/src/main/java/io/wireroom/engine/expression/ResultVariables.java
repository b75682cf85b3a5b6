package io.wireroom.engine.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/**
 * The task headers {@code resultVariable}, {@code resultExpression} and {@code errorExpression},
 * with the meaning that Camunda connectors give them.
 *
 * <p>An expression sees the response as {@code response}, and its entries by their own names too;
 * an error expression sees {@code job.retries}, and {@code error} when the connector failed.
 */
public final class ResultVariables {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Feel feel;
  private final Feel errors;

  public ResultVariables(Clock clock) {
    this.feel = new Feel(clock);
    this.errors = new Feel(clock, FeelLimits.DEFAULT, List.of(new ErrorFunctions()));
  }

  /** The variables to complete the job with. */
  public ResultMapping map(Map<String, String> headers, JsonNode response) {
    var variables = JSON.objectNode();
    var name = headers.getOrDefault("resultVariable", "").strip();
    if (!name.isEmpty()) {
      variables.set(name, response);
    }
    var expression = headers.getOrDefault("resultExpression", "");
    if (expression.isBlank()) {
      return new ResultMapping.Variables(variables);
    }
    return switch (feel.evaluate(expression, context(response))) {
      case FeelResult.Failed failed -> new ResultMapping.Failed(sentence("result", failed));
      case FeelResult.Value(ObjectNode more) -> new ResultMapping.Variables(variables.setAll(more));
      case FeelResult.Value(var value) when value.isNull() ->
          new ResultMapping.Variables(variables);
      case FeelResult.Value(var value) ->
          new ResultMapping.Failed(
              "The result expression must give a context such as {title: response.title}, not "
                  + kind(value));
    };
  }

  /** What the error expression makes of a response, before it is mapped. */
  public RaisedError judge(Map<String, String> headers, JsonNode response, int retries) {
    return judged(headers, context(response), retries);
  }

  /** What the error expression makes of a failure; {@code code} may be empty. */
  public RaisedError judgeFailure(
      Map<String, String> headers, String code, String message, int retries) {
    var error = JSON.objectNode();
    error.putObject("error").put("code", code).put("message", message);
    return judged(headers, context(error), retries);
  }

  private RaisedError judged(Map<String, String> headers, ObjectNode context, int retries) {
    var expression = headers.getOrDefault("errorExpression", "");
    if (expression.isBlank()) {
      return new RaisedError.Nothing();
    }
    context.putObject("job").put("retries", retries);
    return switch (errors.evaluate(expression, context)) {
      case FeelResult.Failed failed -> new RaisedError.Failed(sentence("error", failed));
      case FeelResult.Value(ObjectNode error) -> raised(error);
      case FeelResult.Value(var value) when value.isNull() -> new RaisedError.Nothing();
      case FeelResult.Value(var value) ->
          new RaisedError.Failed(
              "The error expression must give bpmnError(…), jobError(…) or null, not "
                  + kind(value));
    };
  }

  private static RaisedError raised(ObjectNode error) {
    var message = error.path("message").asText("");
    var variables = error.path("variables") instanceof ObjectNode given ? given : JSON.objectNode();
    return switch (error.path("errorType").asText("bpmnError")) {
      case "jobError" ->
          new RaisedError.JobError(
              message, variables, Math.max(0, error.path("retries").asInt(0)), backOff(error));
      case "bpmnError" ->
          error.path("code").asText("").isBlank()
              ? new RaisedError.Nothing()
              : new RaisedError.BpmnError(error.path("code").asText(), message, variables);
      default ->
          new RaisedError.Failed(
              "The error expression gives an unknown errorType: " + error.path("errorType"));
    };
  }

  private static Duration backOff(ObjectNode error) {
    try {
      var given = Duration.parse(error.path("retryBackoff").asText("PT0S"));
      return given.isNegative() ? Duration.ZERO : given;
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }

  private static ObjectNode context(JsonNode response) {
    var context = JSON.objectNode();
    if (response instanceof ObjectNode object) {
      context.setAll(object);
    }
    context.set("response", response);
    return context;
  }

  private static String sentence(String which, FeelResult.Failed failed) {
    return "The %s expression has no value: %s %s"
        .formatted(which, failed.message(), failed.suggestion());
  }

  private static String kind(JsonNode value) {
    return "a " + value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
  }
}
