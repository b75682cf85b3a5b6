package io.wireroom.testkit.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** InvokeModel with Anthropic's Messages. */
record AnthropicShape() implements Shape {
  @Override
  public byte[] whole(Answer answer) {
    var body = Json.object().put("type", "message").put("role", "assistant");
    body.putArray("content").addObject().put("type", "text").put("text", answer.text());
    if (answer.fault() != Fault.NO_STOP) {
      body.put("stop_reason", reason(answer));
    }
    body.putObject("usage")
        .put("input_tokens", input(answer))
        .put("output_tokens", answer.output());
    return Json.bytes(body);
  }

  @Override
  public Map<String, String> streamHead() {
    return ConverseShape.EVENTS;
  }

  @Override
  public List<byte[]> opening(Answer answer) {
    var start = Json.object().put("type", "message_start");
    start
        .putObject("message")
        .putObject("usage")
        .put("input_tokens", input(answer))
        .put("output_tokens", 1);
    var block = Json.object().put("type", "content_block_start").put("index", 0);
    block.putObject("content_block").put("type", "text").put("text", "");
    return List.of(chunk(start).encoded(), chunk(block).encoded());
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
    return EventFrame.event("somethingNew", "{\"p\": \"abcd\"}").encoded();
  }

  @Override
  public byte[] throttledMidstream() {
    return new ConverseShape().throttledMidstream();
  }

  @Override
  public List<byte[]> closing(Answer answer) {
    var all = new ArrayList<byte[]>();
    all.add(chunk(Json.object().put("type", "content_block_stop").put("index", 0)).encoded());
    var delta = Json.object().put("type", "message_delta");
    delta.putObject("delta").put("stop_reason", reason(answer));
    delta.putObject("usage").put("output_tokens", answer.output());
    all.add(chunk(delta).encoded());
    all.add(chunk(Json.object().put("type", "message_stop")).encoded());
    return all;
  }

  @Override
  public Trouble trouble(Fault fault) {
    return AwsErrors.bedrock(fault);
  }

  private static int input(Answer answer) {
    return answer.fault() == Fault.WRONG_USAGE ? -answer.input() : answer.input();
  }

  private static String reason(Answer answer) {
    return switch (answer.fault()) {
      case REFUSED -> "refusal";
      case CUT_OFF -> "max_tokens";
      default -> "end_turn";
    };
  }

  private static EventFrame frame(String text) {
    var delta = Json.object().put("type", "content_block_delta").put("index", 0);
    delta.putObject("delta").put("type", "text_delta").put("text", text);
    return chunk(delta);
  }

  private static EventFrame chunk(ObjectNode json) {
    var bytes = Base64.getEncoder().encodeToString(Json.bytes(json));
    return EventFrame.event("chunk", Json.object().put("bytes", bytes).put("p", "ab").toString());
  }
}
