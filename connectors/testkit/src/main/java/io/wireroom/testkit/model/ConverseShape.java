package io.wireroom.testkit.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Converse and ConverseStream, with the padding that real events carry. */
record ConverseShape() implements Shape {
  static final Map<String, String> EVENTS =
      Map.of("Content-Type", "application/vnd.amazon.eventstream");

  @Override
  public byte[] whole(Answer answer) {
    var body = Json.object();
    var message = body.putObject("output").putObject("message").put("role", "assistant");
    message.putArray("content").addObject().put("text", answer.text());
    if (answer.fault() != Fault.NO_STOP) {
      body.put("stopReason", reason(answer));
    }
    body.set("usage", usage(answer));
    body.putObject("metrics").put("latencyMs", 3);
    tier(body, answer);
    return Json.bytes(body);
  }

  @Override
  public Map<String, String> streamHead() {
    return EVENTS;
  }

  @Override
  public List<byte[]> opening(Answer answer) {
    return List.of(event("messageStart", Json.object().put("role", "assistant")));
  }

  @Override
  public byte[] piece(String text) {
    return frame(text).encoded();
  }

  @Override
  public byte[] damaged(String text) {
    return frame(text).damaged();
  }

  @Override
  public byte[] unknown() {
    return event("somethingNew", Json.object().put("p", "abcdefgh"));
  }

  @Override
  public byte[] throttledMidstream() {
    return EventFrame.exception(
            "throttlingException", Json.object().put("message", "Too many tokens").toString())
        .encoded();
  }

  @Override
  public List<byte[]> closing(Answer answer) {
    var all = new ArrayList<byte[]>();
    all.add(event("contentBlockStop", Json.object().put("contentBlockIndex", 0)));
    all.add(event("messageStop", Json.object().put("stopReason", reason(answer))));
    var meta = Json.object();
    meta.set("usage", usage(answer));
    meta.putObject("metrics").put("latencyMs", 3);
    tier(meta, answer);
    all.add(event("metadata", meta));
    return all;
  }

  @Override
  public Trouble trouble(Fault fault) {
    return AwsErrors.bedrock(fault);
  }

  private static EventFrame frame(String text) {
    var delta = Json.object().put("contentBlockIndex", 0).put("p", "abcd");
    delta.putObject("delta").put("text", text);
    return EventFrame.event("contentBlockDelta", delta.toString());
  }

  private static ObjectNode usage(Answer answer) {
    int wrong = answer.fault() == Fault.WRONG_USAGE ? -1 : 1;
    return Json.object()
        .put("inputTokens", wrong * answer.input())
        .put("outputTokens", answer.output())
        .put("totalTokens", answer.input() + answer.output());
  }

  static String reason(Answer answer) {
    return switch (answer.fault()) {
      case REFUSED -> "guardrail_intervened";
      case CUT_OFF -> "max_tokens";
      default -> "end_turn";
    };
  }

  private static void tier(ObjectNode body, Answer answer) {
    if (!answer.tier().isEmpty()) {
      body.putObject("serviceTier").put("type", answer.tier());
    }
  }

  private static byte[] event(String type, ObjectNode json) {
    return EventFrame.event(type, json.put("p", "abcdefghij").toString()).encoded();
  }
}
