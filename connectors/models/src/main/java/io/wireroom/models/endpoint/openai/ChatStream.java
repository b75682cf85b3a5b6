package io.wireroom.models.endpoint.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.models.endpoint.Assembler;
import io.wireroom.models.endpoint.JsonText;
import io.wireroom.models.endpoint.ModelEvent;
import io.wireroom.models.endpoint.Served;
import io.wireroom.models.endpoint.StopReason;
import io.wireroom.models.endpoint.Usage;
import java.util.Optional;

/** Reads the chunks of a chat completion that comes as it is made. */
public final class ChatStream {
  private static final int THOUGHTS = -1;
  private static final int FIRST_TOOL = 1;

  private final Assembler answer;
  private final boolean inclusive;
  private Optional<JsonNode> error = Optional.empty();
  private boolean refused;
  private boolean readable;

  public ChatStream(Assembler answer, boolean inclusive) {
    this.answer = answer;
    this.inclusive = inclusive;
  }

  /** An error that came in the middle of the stream. */
  public Optional<JsonNode> error() {
    return error;
  }

  /** Whether anything was understood: a login page with status 200 is not. */
  public boolean readable() {
    return readable;
  }

  /** Takes the data of one event; false when nothing more is wanted. */
  public boolean take(String data) {
    if (data.strip().equals("[DONE]")) {
      readable = true;
      return true;
    }
    var chunk = JsonText.parse(data);
    if (chunk.has("error") || "error".equals(chunk.path("object").asText())) {
      readable = true;
      error = Optional.of(chunk);
      return false;
    }
    var served = ChatReply.served(chunk);
    if (chunk.path("usage").isObject()) {
      readable = true;
      var usage = ChatReply.usage(chunk.path("usage"), inclusive);
      if (!answer.on(new ModelEvent.Counted(usage, served))) {
        return false;
      }
    } else if (!served.equals(Served.UNSAID)) {
      answer.on(new ModelEvent.Counted(new Usage.Unknown(), served));
    }
    var choice = chunk.path("choices").path(0);
    if (choice.isMissingNode()) {
      return chunk.path("choices").isArray()
          || answer.on(new ModelEvent.Unknown(chunk.path("object").asText(""), chunk));
    }
    readable = true;
    return delta(choice.path("delta")) && finish(choice.path("finish_reason").asText(""));
  }

  private boolean delta(JsonNode delta) {
    var thought = delta.path("reasoning_content").asText(delta.path("reasoning").asText(""));
    if (!thought.isEmpty() && !answer.on(new ModelEvent.Reasoning(THOUGHTS, thought))) {
      return false;
    }
    var refusal = delta.path("refusal").asText("");
    refused |= !refusal.isEmpty();
    var text = delta.path("content").asText("") + refusal;
    if (!text.isEmpty() && !answer.on(new ModelEvent.Text(0, text))) {
      return false;
    }
    for (var call : delta.path("tool_calls")) {
      if (!tool(call)) {
        return false;
      }
    }
    return true;
  }

  private boolean tool(JsonNode call) {
    int block = FIRST_TOOL + call.path("index").asInt(0);
    var function = call.path("function");
    if (function.hasNonNull("name")
        && !answer.on(
            new ModelEvent.ToolStarted(
                block, call.path("id").asText(""), function.path("name").asText()))) {
      return false;
    }
    var arguments = function.path("arguments").asText("");
    return arguments.isEmpty() || answer.on(new ModelEvent.ToolInput(block, arguments));
  }

  private boolean finish(String reason) {
    return reason.isEmpty()
        || reason.equals("null")
        || answer.on(new ModelEvent.Stopped(refused ? StopReason.REFUSED : StopReason.of(reason)));
  }
}
