package io.wireroom.models.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.net.Answer;
import java.io.IOException;
import java.time.Instant;

/** What came back over the wire, read with no trust in it. */
sealed interface OpenAiReply {
  /** A whole answer. */
  record Complete(String text, String stopReason, Usage usage) implements OpenAiReply {}

  /** No whole answer; the request ends like this. */
  record Ended(EndpointResult result) implements OpenAiReply {}

  /** 400: the endpoint does not take something that was sent; {@code error} in lower case. */
  record NotUnderstood(String error, EndpointResult result) implements OpenAiReply {}

  /** Reads an HTTP answer. */
  static OpenAiReply of(Answer.Response response, Instant now) {
    var body = parse(response.body());
    return response.status() == 200
        ? completion(body)
        : OpenAiFailure.of(response, error(body), now);
  }

  private static OpenAiReply completion(JsonNode body) {
    var choice = body.path("choices").path(0);
    var message = choice.path("message");
    if (!message.isObject()) {
      var error = error(body);
      return unusable(error.isEmpty() ? "the answer is not a chat completion" : error);
    }
    if (!message.path("refusal").asText("").isEmpty()) {
      return rejected(Rejection.REFUSED, message.path("refusal").asText());
    }
    var text = message.path("content").asText("");
    return switch (choice.path("finish_reason").asText("")) {
      case "stop", "end_turn", "eos_token" -> complete(text, "end_turn", body);
      case "stop_sequence" -> complete(text, "stop_sequence", body);
      case "length" -> rejected(Rejection.TRUNCATED, "the answer reached its token limit");
      case "" -> rejected(Rejection.TRUNCATED, "the answer does not say that it is whole");
      case "content_filter" -> rejected(Rejection.REFUSED, "a content filter stopped the answer");
      default -> unusable("it ended for an unknown reason");
    };
  }

  private static OpenAiReply complete(String text, String stopReason, JsonNode body) {
    return text.isBlank()
        ? unusable("the answer is empty")
        : new Complete(text, stopReason, usage(body.path("usage")));
  }

  private static Usage usage(JsonNode usage) {
    var in = usage.path("prompt_tokens");
    var out = usage.path("completion_tokens");
    return in.canConvertToLong() && out.canConvertToLong() && in.asLong() >= 0 && out.asLong() >= 0
        ? new Usage.Tokens(in.asLong(), out.asLong())
        : new Usage.Unknown();
  }

  private static JsonNode parse(byte[] body) {
    try {
      return new ObjectMapper().readTree(body);
    } catch (JsonProcessingException e) {
      return new ObjectMapper().getNodeFactory().missingNode();
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
  }

  /** {@code {error:{message,code}}}, {@code {error:"…"}} and vLLM's older {@code {message}}. */
  private static String error(JsonNode body) {
    var error = body.path("error");
    var text =
        error.isTextual()
            ? error.asText()
            : error.path("message").asText(body.path("message").asText(""));
    var code = error.path("code").asText("");
    var both = code.isEmpty() || text.contains(code) ? text : code + ": " + text;
    return both.length() > 300 ? both.substring(0, 300) + "…" : both;
  }

  private static OpenAiReply unusable(String message) {
    return rejected(Rejection.UNUSABLE, message);
  }

  private static OpenAiReply rejected(Rejection rejection, String message) {
    return new Ended(new EndpointResult.Rejected(rejection, message));
  }
}
