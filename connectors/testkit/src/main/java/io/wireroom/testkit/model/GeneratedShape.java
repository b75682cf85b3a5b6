package io.wireroom.testkit.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * {@code generated_text}, as TGI and older LMI answer.
 *
 * @param lines lines of JSON instead of server-sent events
 */
record GeneratedShape(boolean lines) implements Shape {
  @Override
  public byte[] whole(Answer answer) {
    var body = Json.object().put("generated_text", answer.text());
    if (answer.fault() != Fault.NO_STOP) {
      body.putObject("details").put("finish_reason", reason(answer));
    }
    return lines ? Json.bytes(body) : Json.bytes("[" + body + "]");
  }

  @Override
  public Map<String, String> streamHead() {
    return Map.of("Content-Type", lines ? "application/jsonlines" : "text/event-stream");
  }

  @Override
  public List<byte[]> opening(Answer answer) {
    return List.of();
  }

  @Override
  public byte[] piece(String text) {
    return line(token(text));
  }

  @Override
  public byte[] damaged(String text) {
    return line("{\"token\": {\"text\": ");
  }

  @Override
  public byte[] unknown() {
    return line(Json.object().put("telemetry", 1));
  }

  @Override
  public byte[] throttledMidstream() {
    return line(Json.object().put("error", "Model is overloaded, 429"));
  }

  @Override
  public List<byte[]> closing(Answer answer) {
    var last = token("");
    ((ObjectNode) last.path("token")).put("special", true);
    last.put("generated_text", answer.text());
    last.putObject("details").put("finish_reason", reason(answer)).put("generated_tokens", 12);
    return List.of(line(last));
  }

  @Override
  public Trouble trouble(Fault fault) {
    return AwsErrors.sagemaker(fault);
  }

  private static String reason(Answer answer) {
    return switch (answer.fault()) {
      case REFUSED -> "content_filter";
      case CUT_OFF -> "length";
      default -> "eos_token";
    };
  }

  private static ObjectNode token(String text) {
    var line = Json.object();
    line.putObject("token").put("id", 1).put("text", text).put("special", false);
    return line;
  }

  private byte[] line(Object json) {
    var text = lines ? json + "\n" : "data:" + json + "\n\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
