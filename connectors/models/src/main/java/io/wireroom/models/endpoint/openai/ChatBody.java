package io.wireroom.models.endpoint.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.models.endpoint.Content;
import io.wireroom.models.endpoint.Message;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Tools;
import java.util.Base64;

/** Writes the body of a chat completion; also what SageMaker's containers take. */
public final class ChatBody {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ChatBody() {}

  /** For servers that follow the interface in full. */
  public static ObjectNode of(String model, ModelRequest request, boolean stream) {
    return of(model, request, stream, Dialect.USUAL);
  }

  static ObjectNode of(String model, ModelRequest request, boolean stream, Dialect dialect) {
    var body = JSON.objectNode();
    if (!model.isEmpty()) {
      body.put("model", model);
    }
    var messages = body.putArray("messages");
    request.messages().forEach(message -> write(messages, message));
    request
        .maxTokens()
        .ifPresent(
            most -> body.put(dialect.maxTokens() ? "max_tokens" : "max_completion_tokens", most));
    request.temperature().ifPresent(t -> body.put("temperature", t));
    request.sampling().topP().ifPresent(p -> body.put("top_p", p));
    if (!request.sampling().stop().isEmpty()) {
      request.sampling().stop().forEach(body.putArray("stop")::add);
    }
    tools(body, request.tools());
    request.schema().ifPresent(schema -> format(body, schema));
    body.put("stream", stream);
    if (stream && dialect.streamOptions()) {
      body.putObject("stream_options").put("include_usage", true);
    }
    return body;
  }

  /** Results of tools are messages of their own. */
  private static void write(ArrayNode messages, Message message) {
    for (var part : message.content()) {
      if (part instanceof Content.ToolResult(var id, var content, var failed)) {
        messages
            .addObject()
            .put("role", "tool")
            .put("tool_call_id", id)
            .put("content", new Message(message.role(), content).text());
      }
    }
    var rest =
        message.content().stream()
            .filter(p -> !(p instanceof Content.ToolResult || p instanceof Content.CachePoint))
            .filter(p -> !(p instanceof Content.Reasoning))
            .toList();
    if (!rest.isEmpty()) {
      said(
          messages.addObject().put("role", message.role().text()),
          new Message(message.role(), rest));
    }
  }

  private static void said(ObjectNode out, Message message) {
    var uses = message.content().stream().filter(Content.ToolUse.class::isInstance).toList();
    if (message.plain() || !uses.isEmpty()) {
      out.put("content", message.text());
    } else {
      var parts = out.putArray("content");
      message.content().forEach(part -> write(parts, part));
    }
    for (var use : uses) {
      var tool = (Content.ToolUse) use;
      out.withArray("/tool_calls")
          .addObject()
          .put("id", tool.id())
          .put("type", "function")
          .putObject("function")
          .put("name", tool.name())
          .put("arguments", tool.input().toString());
    }
  }

  private static void write(ArrayNode parts, Content part) {
    switch (part) {
      case Content.Text(var text) -> parts.addObject().put("type", "text").put("text", text);
      case Content.Image(var format, var bytes) ->
          parts
              .addObject()
              .put("type", "image_url")
              .putObject("image_url")
              .put("url", data("image/" + format, bytes));
      case Content.Document(var name, var format, var bytes) ->
          parts
              .addObject()
              .put("type", "file")
              .putObject("file")
              .put("filename", name)
              .put("file_data", data("application/" + format, bytes));
      case Content.Unknown(var json) -> parts.add(json);
      case Content.Vector none -> {}
      case Content.ToolUse none -> {}
      case Content.ToolResult none -> {}
      case Content.Reasoning none -> {}
      case Content.CachePoint none -> {}
    }
  }

  private static String data(String type, byte[] bytes) {
    return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }

  private static void tools(ObjectNode body, Tools tools) {
    if (tools.all().isEmpty()) {
      return;
    }
    var all = body.putArray("tools");
    for (var tool : tools.all()) {
      var function = all.addObject().put("type", "function").putObject("function");
      function.put("name", tool.name()).put("description", tool.description());
      function.set("parameters", tool.input());
    }
    switch (tools.choice()) {
      case Tools.Choice.Auto() -> body.put("tool_choice", "auto");
      case Tools.Choice.Any() -> body.put("tool_choice", "required");
      case Tools.Choice.Named(var name) ->
          body.putObject("tool_choice")
              .put("type", "function")
              .putObject("function")
              .put("name", name);
    }
  }

  private static void format(ObjectNode body, ObjectNode schema) {
    body.putObject("response_format")
        .put("type", "json_schema")
        .putObject("json_schema")
        .put("name", "answer")
        .set("schema", schema);
  }
}
