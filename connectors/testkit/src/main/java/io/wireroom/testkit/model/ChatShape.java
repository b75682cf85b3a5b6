package io.wireroom.testkit.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Chat completions, with the traps that real servers set: comments, CRLF, a count at the end. */
record ChatShape() implements Shape {
  @Override
  public byte[] whole(Answer answer) {
    var body = Json.object().put("object", "chat.completion").put("model", "scripted");
    var choice = body.putArray("choices").addObject().put("index", 0);
    choice.putObject("message").put("role", "assistant").put("content", answer.text());
    if (answer.fault() != Fault.NO_STOP) {
      choice.put("finish_reason", reason(answer));
    }
    body.set("usage", usage(answer));
    tier(body, answer);
    return Json.bytes(body);
  }

  @Override
  public Map<String, String> streamHead() {
    return Map.of("Content-Type", "text/event-stream");
  }

  @Override
  public List<byte[]> opening(Answer answer) {
    return List.of(text(": keep-alive\n\n"));
  }

  @Override
  public byte[] piece(String text) {
    var delta = Json.object().put("object", "chat.completion.chunk");
    delta.putArray("choices").addObject().put("index", 0).putObject("delta").put("content", text);
    return data(delta, "\r\n");
  }

  @Override
  public byte[] damaged(String text) {
    return text("data: {\"choices\": [{\"delta\": {\"content\": \"" + text + "\n\n");
  }

  @Override
  public byte[] unknown() {
    return data(Json.object().put("object", "telemetry").put("p", "abcd"), "\n");
  }

  @Override
  public byte[] throttledMidstream() {
    var error = Json.object();
    error.putObject("error").put("message", "Rate limit reached").put("code", 429);
    return data(error, "\n");
  }

  @Override
  public List<byte[]> closing(Answer answer) {
    var all = new ArrayList<byte[]>();
    var stop = Json.object().put("object", "chat.completion.chunk");
    var choice = stop.putArray("choices").addObject().put("index", 0);
    choice.putObject("delta");
    choice.put("finish_reason", reason(answer));
    all.add(data(stop, "\n"));
    var count = Json.object().put("object", "chat.completion.chunk");
    count.putArray("choices");
    count.set("usage", usage(answer));
    tier(count, answer);
    all.add(data(count, "\n"));
    all.add(text("data: [DONE]\n\n"));
    return all;
  }

  @Override
  public Trouble trouble(Fault fault) {
    return switch (fault) {
      case THROTTLED -> error(429, "Rate limit reached", Map.of("Retry-After", "7"));
      case QUOTA -> error(429, "insufficient_quota: You exceeded your quota", Map.of());
      case WARMING -> error(503, "the model is loading", Map.of());
      case UNAVAILABLE -> error(500, "oops", Map.of());
      case MODEL_ERROR -> error(424, "the model failed", Map.of());
      case TOO_LONG -> error(400, "This model's maximum context length is 8192 tokens", Map.of());
      case BAD_REQUEST -> error(400, "temperature is wrong", Map.of());
      case FORBIDDEN -> error(401, "Incorrect API key provided", Map.of());
      default -> throw new IllegalArgumentException("no error: " + fault);
    };
  }

  private static Trouble error(int status, String message, Map<String, String> headers) {
    var body = Json.object();
    body.putObject("error").put("message", message);
    return new Trouble(status, headers, body.toString());
  }

  static ObjectNode usage(Answer answer) {
    int wrong = answer.fault() == Fault.WRONG_USAGE ? -1 : 1;
    return Json.object()
        .put("prompt_tokens", wrong * answer.input())
        .put("completion_tokens", answer.output());
  }

  private static String reason(Answer answer) {
    return switch (answer.fault()) {
      case REFUSED -> "content_filter";
      case CUT_OFF -> "length";
      default -> "stop";
    };
  }

  private static void tier(ObjectNode body, Answer answer) {
    if (!answer.tier().isEmpty()) {
      body.put("service_tier", answer.tier());
    }
  }

  private static byte[] data(ObjectNode json, String end) {
    return text("data: " + json + end + end);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
