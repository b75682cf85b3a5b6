package io.wireroom.models.endpoint.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.models.endpoint.Assembler;
import io.wireroom.models.endpoint.JsonText;
import io.wireroom.models.endpoint.ModelEvent;
import io.wireroom.models.endpoint.Served;
import io.wireroom.models.endpoint.StopReason;
import io.wireroom.models.endpoint.Usage;

/** The events of Anthropic's Messages as they are made. */
final class AnthropicStream {
  private AnthropicStream() {}

  static boolean take(JsonNode chunk, Assembler answer) {
    int block = chunk.path("index").asInt(0);
    return switch (chunk.path("type").asText("")) {
      case "message_start" ->
          answer.on(new ModelEvent.Started())
              && count(answer, usage(chunk.path("message").path("usage")));
      case "content_block_start" -> started(block, chunk.path("content_block"), answer);
      case "content_block_delta" -> delta(block, chunk.path("delta"), answer);
      case "message_delta" ->
          count(answer, atTheEnd(answer.counted(), chunk.path("usage")))
              && answer.on(
                  new ModelEvent.Stopped(
                      StopReason.of(chunk.path("delta").path("stop_reason").asText(""))));
      case "content_block_stop", "message_stop", "ping" -> true;
      default -> answer.on(new ModelEvent.Unknown(chunk.path("type").asText(""), chunk));
    };
  }

  /** In buckets that do not overlap; unknown when the numbers cannot be. */
  static Usage usage(JsonNode usage) {
    long in = JsonText.count(usage.path("input_tokens"));
    long out = JsonText.count(usage.path("output_tokens"));
    long read = Math.max(0, JsonText.count(usage.path("cache_read_input_tokens")));
    long written = Math.max(0, JsonText.count(usage.path("cache_creation_input_tokens")));
    long hour =
        Math.max(0, JsonText.count(usage.path("cache_creation").path("ephemeral_1h_input_tokens")));
    return in < 0 || out < 0 || hour > written
        ? new Usage.Unknown()
        : new Usage.Tokens(in, out, read, written - hour, hour, 0);
  }

  private static boolean started(int block, JsonNode start, Assembler answer) {
    return switch (start.path("type").asText("")) {
      case "tool_use" ->
          answer.on(
              new ModelEvent.ToolStarted(
                  block, start.path("id").asText(""), start.path("name").asText("")));
      case "text", "thinking" -> true;
      default -> answer.on(new ModelEvent.Unknown("content_block_start", start));
    };
  }

  private static boolean delta(int block, JsonNode delta, Assembler answer) {
    return switch (delta.path("type").asText("")) {
      case "text_delta" -> answer.on(new ModelEvent.Text(block, delta.path("text").asText("")));
      case "thinking_delta" ->
          answer.on(new ModelEvent.Reasoning(block, delta.path("thinking").asText("")));
      case "signature_delta" ->
          answer.on(new ModelEvent.Signature(block, delta.path("signature").asText("")));
      case "input_json_delta" ->
          answer.on(new ModelEvent.ToolInput(block, delta.path("partial_json").asText("")));
      default -> answer.on(new ModelEvent.Unknown("content_block_delta", delta));
    };
  }

  /** What goes in is said at the beginning, what came out at the end. */
  private static Usage atTheEnd(Usage first, JsonNode last) {
    long out = JsonText.count(last.path("output_tokens"));
    return first instanceof Usage.Tokens tokens && out >= 0
        ? new Usage.Tokens(
            tokens.input(),
            out,
            tokens.cacheRead(),
            tokens.cacheWrite5m(),
            tokens.cacheWrite1h(),
            0)
        : first;
  }

  private static boolean count(Assembler answer, Usage usage) {
    return answer.on(new ModelEvent.Counted(usage, Served.UNSAID));
  }
}
