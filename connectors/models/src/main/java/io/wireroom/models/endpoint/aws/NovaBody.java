package io.wireroom.models.endpoint.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.models.endpoint.Assembler;
import io.wireroom.models.endpoint.Content;
import io.wireroom.models.endpoint.JsonText;
import io.wireroom.models.endpoint.ModelEvent;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Reply;
import io.wireroom.models.endpoint.Served;
import io.wireroom.models.endpoint.StopReason;
import io.wireroom.models.endpoint.Usage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Amazon Nova's own messages: Converse's words in a body. */
final class NovaBody implements InvokeBody {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public Optional<String> unsayable(ModelRequest request) {
    var plain =
        request.messages().stream()
            .flatMap(message -> message.content().stream())
            .allMatch(
                part ->
                    part instanceof Content.Text
                        || part instanceof Content.Image
                        || part instanceof Content.CachePoint);
    return plain && request.tools().all().isEmpty()
        ? Optional.empty()
        : Optional.of("this adapter gives Nova texts and pictures only; use bedrock-converse");
  }

  @Override
  public ObjectNode write(ModelRequest request) {
    var body = JSON.objectNode().put("schemaVersion", "messages-v1");
    if (!request.system().isEmpty()) {
      body.set("system", parts(request.system()));
    }
    var messages = body.putArray("messages");
    for (var message : request.conversation()) {
      messages
          .addObject()
          .put("role", message.role().text())
          .set("content", parts(message.content()));
    }
    var config = body.putObject("inferenceConfig");
    request.maxTokens().ifPresent(most -> config.put("maxTokens", most));
    request.temperature().ifPresent(t -> config.put("temperature", t));
    request.sampling().topP().ifPresent(p -> config.put("topP", p));
    if (!request.sampling().stop().isEmpty()) {
      request.sampling().stop().forEach(config.putArray("stopSequences")::add);
    }
    return body;
  }

  @Override
  public Optional<Reply> read(JsonNode body) {
    var message = body.path("output").path("message");
    if (!message.path("content").isArray()) {
      return Optional.empty();
    }
    var content = new ArrayList<Content>();
    for (var part : message.path("content")) {
      content.add(
          part.path("text").isTextual()
              ? new Content.Text(part.path("text").asText())
              : new Content.Unknown(part));
    }
    return Optional.of(
        new Reply(
            content,
            StopReason.of(body.path("stopReason").asText("")),
            usage(body.path("usage")),
            Served.UNSAID));
  }

  @Override
  public boolean take(JsonNode chunk, Assembler answer) {
    var delta = chunk.path("contentBlockDelta");
    if (delta.path("delta").path("text").isTextual()) {
      return answer.on(
          new ModelEvent.Text(
              delta.path("contentBlockIndex").asInt(0), delta.path("delta").path("text").asText()));
    }
    if (chunk.has("messageStop")) {
      return answer.on(
          new ModelEvent.Stopped(
              StopReason.of(chunk.path("messageStop").path("stopReason").asText(""))));
    }
    if (chunk.path("metadata").has("usage")) {
      return answer.on(
          new ModelEvent.Counted(usage(chunk.path("metadata").path("usage")), Served.UNSAID));
    }
    return chunk.has("messageStart")
        || chunk.has("contentBlockStop")
        || chunk.has("contentBlockStart")
        || answer.on(new ModelEvent.Unknown("chunk", chunk));
  }

  private static Usage usage(JsonNode usage) {
    long in = JsonText.count(usage.path("inputTokens"));
    long out = JsonText.count(usage.path("outputTokens"));
    long read = Math.max(0, JsonText.count(usage.path("cacheReadInputTokenCount")));
    long written = Math.max(0, JsonText.count(usage.path("cacheWriteInputTokenCount")));
    return in < 0 || out < 0 ? new Usage.Unknown() : new Usage.Tokens(in, out, read, written, 0, 0);
  }

  private static ArrayNode parts(List<Content> content) {
    var parts = JSON.arrayNode();
    for (var part : content) {
      switch (part) {
        case Content.Text(var text) -> parts.addObject().put("text", text);
        case Content.Image(var format, var bytes) ->
            parts
                .addObject()
                .putObject("image")
                .put("format", format)
                .putObject("source")
                .put("bytes", Base64.getEncoder().encodeToString(bytes));
        case Content.CachePoint none ->
            parts.addObject().putObject("cachePoint").put("type", "default");
        case Content.Document none -> {}
        case Content.Vector none -> {}
        case Content.ToolUse none -> {}
        case Content.ToolResult none -> {}
        case Content.Reasoning none -> {}
        case Content.Unknown none -> {}
      }
    }
    return parts;
  }
}
