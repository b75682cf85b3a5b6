package io.wireroom.models.endpoint.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.models.endpoint.Assembler;
import io.wireroom.models.endpoint.Content;
import io.wireroom.models.endpoint.Message;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Reply;
import io.wireroom.models.endpoint.Served;
import io.wireroom.models.endpoint.StopReason;
import io.wireroom.models.endpoint.Tools;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Anthropic's Messages. */
final class AnthropicBody implements InvokeBody {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** why a default: the vendor wants a limit in each request. */
  private static final int USUAL_LIMIT = 4096;

  @Override
  public Optional<String> unsayable(ModelRequest request) {
    return request.messages().stream()
            .flatMap(message -> message.content().stream())
            .anyMatch(Content.Vector.class::isInstance)
        ? Optional.of("a vector cannot be part of a conversation")
        : Optional.empty();
  }

  @Override
  public ObjectNode write(ModelRequest request) {
    var body =
        JSON.objectNode()
            .put("anthropic_version", "bedrock-2023-05-31")
            .put("max_tokens", request.maxTokens().orElse(USUAL_LIMIT));
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
    request.temperature().ifPresent(t -> body.put("temperature", t));
    request.sampling().topP().ifPresent(p -> body.put("top_p", p));
    if (!request.sampling().stop().isEmpty()) {
      request.sampling().stop().forEach(body.putArray("stop_sequences")::add);
    }
    tools(body, request.tools());
    return body;
  }

  @Override
  public Optional<Reply> read(JsonNode body) {
    if (!body.path("content").isArray()) {
      return Optional.empty();
    }
    var content = new ArrayList<Content>();
    for (var part : body.path("content")) {
      content.add(part(part));
    }
    return Optional.of(
        new Reply(
            content,
            StopReason.of(body.path("stop_reason").asText("")),
            AnthropicStream.usage(body.path("usage")),
            Served.UNSAID));
  }

  @Override
  public boolean take(JsonNode chunk, Assembler answer) {
    return AnthropicStream.take(chunk, answer);
  }

  private static Content part(JsonNode part) {
    return switch (part.path("type").asText("")) {
      case "text" -> new Content.Text(part.path("text").asText(""));
      case "tool_use" ->
          new Content.ToolUse(
              part.path("id").asText(""), part.path("name").asText(""), part.path("input"));
      case "thinking" ->
          new Content.Reasoning(
              part.path("thinking").asText(""),
              Optional.of(part.path("signature").asText("")).filter(s -> !s.isEmpty()));
      default -> new Content.Unknown(part);
    };
  }

  /** A cache point belongs to the part before it. */
  private static ArrayNode parts(List<Content> content) {
    var parts = JSON.arrayNode();
    for (var part : content) {
      if (!(part instanceof Content.CachePoint(var hour))) {
        parts.add(part(part));
      } else if (parts.get(parts.size() - 1) instanceof ObjectNode before) {
        before.putObject("cache_control").put("type", "ephemeral").put("ttl", hour ? "1h" : "5m");
      }
    }
    return parts;
  }

  private static JsonNode part(Content content) {
    var part = JSON.objectNode();
    switch (content) {
      case Content.Text(var text) -> part.put("type", "text").put("text", text);
      case Content.Image(var format, var bytes) ->
          source(part.put("type", "image"), "image/" + format, bytes);
      case Content.Document(var name, var format, var bytes) ->
          source(part.put("type", "document").put("title", name), "application/" + format, bytes);
      case Content.ToolUse(var id, var name, var input) ->
          part.put("type", "tool_use").put("id", id).put("name", name).set("input", input);
      case Content.ToolResult(var id, var inner, var failed) ->
          part.put("type", "tool_result")
              .put("tool_use_id", id)
              .put("is_error", failed)
              .put("content", new Message(Message.Role.USER, inner).text());
      case Content.Reasoning(var text, var signature) ->
          part.put("type", "thinking").put("thinking", text).put("signature", signature.orElse(""));
      case Content.Unknown(var json) -> {
        return json;
      }
      case Content.Vector none -> throw new IllegalArgumentException("a vector is no part");
      case Content.CachePoint none ->
          throw new IllegalArgumentException("a cache point is no part");
    }
    return part;
  }

  private static void source(ObjectNode part, String type, byte[] bytes) {
    part.putObject("source")
        .put("type", "base64")
        .put("media_type", type)
        .put("data", Base64.getEncoder().encodeToString(bytes));
  }

  private static void tools(ObjectNode body, Tools tools) {
    if (tools.all().isEmpty()) {
      return;
    }
    var all = body.putArray("tools");
    for (var tool : tools.all()) {
      all.addObject()
          .put("name", tool.name())
          .put("description", tool.description())
          .set("input_schema", tool.input());
    }
    var choice = body.putObject("tool_choice");
    switch (tools.choice()) {
      case Tools.Choice.Auto() -> choice.put("type", "auto");
      case Tools.Choice.Any() -> choice.put("type", "any");
      case Tools.Choice.Named(var name) -> choice.put("type", "tool").put("name", name);
    }
  }
}
