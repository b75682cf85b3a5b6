package io.wireroom.models.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What an endpoint was found to understand; servers differ.
 *
 * @param schema takes {@code response_format} of type {@code json_schema}
 * @param maxTokens takes {@code max_tokens}; newer ones want {@code max_completion_tokens}
 */
record OpenAiDialect(boolean schema, boolean maxTokens) {
  static final OpenAiDialect USUAL = new OpenAiDialect(true, true);

  /** What to leave out next time, when an error names it and it was sent. */
  Optional<OpenAiDialect> without(String error) {
    if (maxTokens && error.contains("max_completion_tokens")) {
      return Optional.of(new OpenAiDialect(schema, false));
    }
    var aboutFormat =
        error.contains("response_format")
            || error.contains("json_schema")
            || error.contains("structured output")
            || error.contains("structured_output")
            || error.contains("guided");
    return schema && aboutFormat
        ? Optional.of(new OpenAiDialect(false, maxTokens))
        : Optional.empty();
  }

  /** The body of a request, in this dialect. */
  ObjectNode body(String model, List<Message> messages, ModelRequest request) {
    var body = JsonNodeFactory.instance.objectNode().put("model", model);
    var all = body.putArray("messages");
    for (var message : messages) {
      all.addObject().put("role", message.role().text()).put("content", message.text());
    }
    request
        .maxTokens()
        .ifPresent(most -> body.put(maxTokens ? "max_tokens" : "max_completion_tokens", most));
    request.temperature().ifPresent(t -> body.put("temperature", t));
    if (schema) {
      request.schema().ifPresent(s -> format(body, s));
    }
    return body.put("stream", false);
  }

  private static void format(ObjectNode body, ObjectNode schema) {
    body.putObject("response_format")
        .put("type", "json_schema")
        .putObject("json_schema")
        .put("name", "answer")
        .set("schema", schema);
  }
}
