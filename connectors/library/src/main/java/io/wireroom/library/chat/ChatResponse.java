package io.wireroom.library.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.models.ModelResult;
import io.wireroom.models.endpoint.Cost;
import io.wireroom.models.endpoint.Usage;

/** Writes {@code response}: what is unknown is null or left out, never guessed. */
final class ChatResponse {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ChatResponse() {}

  static ObjectNode of(ModelResult.Answered result) {
    var answer = result.answer();
    var hardware = result.route().hardware();
    var response = JSON.objectNode().put("text", answer.text());
    response.set("json", answer.json().orElseGet(JSON::nullNode));
    response.put("stopReason", answer.stopReason());
    response.set("usage", usage(answer.usage()));
    switch (answer.cost()) {
      case Cost.Known(var pico) -> response.put("cost", Cost.dollars(pico));
      case Cost.Unknown none -> response.putNull("cost");
    }
    response.put("route", result.route().name());
    response
        .putObject("hardware")
        .put("family", hardware.family())
        .put("evidence", hardware.evidence().text());
    return response.put("latencyMs", result.latency().toMillis());
  }

  private static ObjectNode usage(Usage usage) {
    return switch (usage) {
      case Usage.Tokens tokens ->
          JSON.objectNode()
              .put("inputTokens", tokens.in())
              .put("outputTokens", tokens.out())
              .put("totalTokens", tokens.in() + tokens.out());
      case Usage.Words(var in, var out) ->
          JSON.objectNode().put("inputWords", in).put("outputWords", out);
      case Usage.Unknown none -> JSON.objectNode();
    };
  }
}
