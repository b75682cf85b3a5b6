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
import io.wireroom.models.endpoint.Served;
import io.wireroom.models.endpoint.StopReason;
import io.wireroom.models.endpoint.Usage;
import java.util.Optional;
import java.util.stream.Collectors;

/** Amazon Titan Text: one text in, one out. */
final class TitanBody implements InvokeBody {
  @Override
  public Optional<String> unsayable(ModelRequest request) {
    return request.messages().stream().allMatch(Message::plain) && request.tools().all().isEmpty()
        ? Optional.empty()
        : Optional.of("Titan Text takes text only");
  }

  @Override
  public ObjectNode write(ModelRequest request) {
    var body = JsonNodeFactory.instance.objectNode().put("inputText", prompt(request));
    var config = body.putObject("textGenerationConfig");
    request.maxTokens().ifPresent(most -> config.put("maxTokenCount", most));
    request.temperature().ifPresent(t -> config.put("temperature", t));
    request.sampling().topP().ifPresent(p -> config.put("topP", p));
    if (!request.sampling().stop().isEmpty()) {
      request.sampling().stop().forEach(config.putArray("stopSequences")::add);
    }
    return body;
  }

  @Override
  public Optional<Reply> read(JsonNode body) {
    var result = body.path("results").path(0);
    return result.path("outputText").isTextual()
        ? Optional.of(
            new Reply(
                result.path("outputText").asText(),
                StopReason.of(result.path("completionReason").asText("")),
                usage(body.path("inputTextTokenCount"), result.path("tokenCount"))))
        : Optional.empty();
  }

  @Override
  public boolean take(JsonNode chunk, Assembler answer) {
    if (!chunk.path("outputText").isTextual()) {
      return answer.on(new ModelEvent.Unknown("chunk", chunk));
    }
    if (!answer.on(new ModelEvent.Text(0, chunk.path("outputText").asText()))) {
      return false;
    }
    var reason = chunk.path("completionReason");
    return !reason.isTextual()
        || answer.on(
                new ModelEvent.Counted(
                    usage(
                        chunk.path("inputTextTokenCount"), chunk.path("totalOutputTextTokenCount")),
                    Served.UNSAID))
            && answer.on(new ModelEvent.Stopped(StopReason.of(reason.asText())));
  }

  private static Usage usage(JsonNode in, JsonNode out) {
    return JsonText.count(in) < 0 || JsonText.count(out) < 0
        ? new Usage.Unknown()
        : new Usage.Tokens(in.asLong(), out.asLong());
  }

  /** The vendor's own form of a conversation. */
  private static String prompt(ModelRequest request) {
    if (request.messages().size() == 1) {
      return request.messages().getFirst().text();
    }
    return request.messages().stream()
            .map(
                message ->
                    switch (message.role()) {
                      case SYSTEM -> message.text();
                      case USER -> "User: " + message.text();
                      case ASSISTANT -> "Bot: " + message.text();
                    })
            .collect(Collectors.joining("\n"))
        + "\nBot:";
  }
}
