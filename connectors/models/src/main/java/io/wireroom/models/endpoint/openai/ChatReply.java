package io.wireroom.models.endpoint.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.models.endpoint.Content;
import io.wireroom.models.endpoint.JsonText;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Rejection;
import io.wireroom.models.endpoint.Reply;
import io.wireroom.models.endpoint.Served;
import io.wireroom.models.endpoint.StopReason;
import io.wireroom.models.endpoint.Turn;
import io.wireroom.models.endpoint.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a whole chat completion, with no trust in it. */
public final class ChatReply {
  private ChatReply() {}

  /**
   * Reads a body that came with a good status.
   *
   * @param inclusive whether the count of the prompt has in it what came from the cache
   */
  public static Turn read(JsonNode body, ModelRequest request, boolean inclusive) {
    var reply = reply(body, inclusive);
    if (reply.isPresent()) {
      return Turn.of(reply.get(), request);
    }
    var error = error(body);
    return Turn.rejected(
        Rejection.UNUSABLE, error.isEmpty() ? "the answer is not a chat completion" : error);
  }

  /** The same without a judgement; empty for what is no chat completion. */
  public static Optional<Reply> reply(JsonNode body, boolean inclusive) {
    var choice = body.path("choices").path(0);
    var message = choice.path("message");
    if (!message.isObject()) {
      return Optional.empty();
    }
    var refusal = message.path("refusal").asText("");
    var content =
        refusal.isEmpty() ? content(message) : List.<Content>of(new Content.Text(refusal));
    var stop =
        refusal.isEmpty()
            ? StopReason.of(choice.path("finish_reason").asText(""))
            : StopReason.REFUSED;
    return Optional.of(
        new Reply(content, stop, usage(body.path("usage"), inclusive), served(body)));
  }

  /** {@code {error:{message,code}}}, {@code {error:"…"}} and vLLM's older {@code {message}}. */
  public static String error(JsonNode body) {
    var error = body.path("error");
    var text =
        error.isTextual()
            ? error.asText()
            : error.path("message").asText(body.path("message").asText(""));
    var code = error.path("code").asText(error.path("type").asText(""));
    return JsonText.shown(code.isEmpty() || text.contains(code) ? text : code + ": " + text);
  }

  /** In buckets that do not overlap; unknown when the numbers cannot be. */
  static Usage usage(JsonNode usage, boolean inclusive) {
    long in = JsonText.count(usage.path("prompt_tokens"));
    long out = JsonText.count(usage.path("completion_tokens"));
    long cached = detail(usage.path("prompt_tokens_details").path("cached_tokens"));
    long thought = detail(usage.path("completion_tokens_details").path("reasoning_tokens"));
    long fresh = inclusive ? in - cached : in;
    return in < 0 || out < 0 || cached < 0 || thought < 0 || fresh < 0 || thought > out
        ? new Usage.Unknown()
        : new Usage.Tokens(fresh, out - thought, cached, 0, 0, thought);
  }

  private static long detail(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? 0 : JsonText.count(node);
  }

  static Served served(JsonNode body) {
    var tier = body.path("service_tier");
    return new Served(
        tier.isTextual() ? Optional.of(tier.asText()) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        body.path("model").isTextual()
            ? Optional.of(body.path("model").asText())
            : Optional.empty());
  }

  private static List<Content> content(JsonNode message) {
    var parts = new ArrayList<Content>();
    var thought = message.path("reasoning_content").asText(message.path("reasoning").asText(""));
    if (!thought.isEmpty()) {
      parts.add(new Content.Reasoning(thought, Optional.empty()));
    }
    if (message.path("content").isTextual()) {
      parts.add(new Content.Text(message.path("content").asText()));
    }
    for (var call : message.path("tool_calls")) {
      var function = call.path("function");
      var arguments = function.path("arguments").asText("{}");
      var input = JsonText.parse(arguments);
      parts.add(
          new Content.ToolUse(
              call.path("id").asText(""),
              function.path("name").asText(""),
              input.isMissingNode() ? function.path("arguments") : input));
    }
    return parts;
  }
}
