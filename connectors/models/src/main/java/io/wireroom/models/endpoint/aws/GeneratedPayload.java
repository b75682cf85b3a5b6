package io.wireroom.models.endpoint.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.models.endpoint.Assembler;
import io.wireroom.models.endpoint.JsonText;
import io.wireroom.models.endpoint.Message;
import io.wireroom.models.endpoint.ModelEvent;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Reply;
import io.wireroom.models.endpoint.StopReason;
import io.wireroom.models.endpoint.Usage;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code inputs} and {@code parameters}: TGI, and LMI without chat. It never counts the prompt, so
 * what an answer used is unknown.
 */
final class GeneratedPayload implements Payload {
  @Override
  public Optional<String> unsayable(ModelRequest request) {
    return request.messages().stream().allMatch(Message::plain) && request.tools().all().isEmpty()
        ? Optional.empty()
        : Optional.of("a container that takes inputs and parameters takes text only");
  }

  @Override
  public boolean knowsSchemas() {
    return false;
  }

  @Override
  public ObjectNode write(ModelRequest request, boolean stream) {
    var body = JsonNodeFactory.instance.objectNode().put("inputs", prompt(request));
    // why details: only they say why it stopped, and so whether the answer is whole
    var parameters =
        body.putObject("parameters").put("details", true).put("return_full_text", false);
    request.maxTokens().ifPresent(most -> parameters.put("max_new_tokens", most));
    request
        .temperature()
        .ifPresent(
            t -> {
              if (t > 0) {
                parameters.put("temperature", t).put("do_sample", true);
              } else {
                parameters.put("do_sample", false);
              }
            });
    request.sampling().topP().ifPresent(p -> parameters.put("top_p", p));
    if (!request.sampling().stop().isEmpty()) {
      request.sampling().stop().forEach(parameters.putArray("stop")::add);
    }
    return body.put("stream", stream);
  }

  @Override
  public Optional<Reply> read(JsonNode body, ModelRequest request) {
    var first = body.isArray() ? body.path(0) : body;
    if (!first.path("generated_text").isTextual()) {
      return Optional.empty();
    }
    var text = first.path("generated_text").asText();
    var prompt = prompt(request);
    return Optional.of(
        new Reply(
            // why: some containers say the prompt again before their answer
            text.startsWith(prompt) ? text.substring(prompt.length()) : text,
            StopReason.of(first.path("details").path("finish_reason").asText("")),
            new Usage.Unknown()));
  }

  @Override
  public Pieces pieces(Assembler answer) {
    return new Generated(answer);
  }

  private static final class Generated implements Pieces {
    private final Assembler answer;
    private Optional<String> error = Optional.empty();

    Generated(Assembler answer) {
      this.answer = answer;
    }

    @Override
    public Optional<String> error() {
      return error;
    }

    @Override
    public boolean take(String data) {
      var chunk = JsonText.parse(data);
      if (chunk.has("error")) {
        error = Optional.of(JsonText.shown(chunk.path("error").asText("an error")));
        return false;
      }
      var token = chunk.path("token");
      if (!token.isObject()) {
        return answer.on(new ModelEvent.Unknown("line", chunk));
      }
      if (!token.path("special").asBoolean(false)
          && !answer.on(new ModelEvent.Text(0, token.path("text").asText("")))) {
        return false;
      }
      if (!chunk.path("generated_text").isTextual()) {
        return true;
      }
      return answer.on(
          new ModelEvent.Stopped(
              StopReason.of(chunk.path("details").path("finish_reason").asText("stop"))));
    }
  }

  private static String prompt(ModelRequest request) {
    return request.messages().stream().map(Message::text).collect(Collectors.joining("\n\n"));
  }
}
