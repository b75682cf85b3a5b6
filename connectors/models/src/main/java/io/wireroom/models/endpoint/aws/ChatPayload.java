package io.wireroom.models.endpoint.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.models.endpoint.Assembler;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Reply;
import io.wireroom.models.endpoint.openai.ChatBody;
import io.wireroom.models.endpoint.openai.ChatReply;
import io.wireroom.models.endpoint.openai.ChatStream;
import java.util.Optional;

/**
 * Chat completions in a container: LMI, vLLM and newer TGI.
 *
 * @param inclusive whether its count of the prompt has in it what came from the cache
 */
record ChatPayload(boolean inclusive) implements Payload {
  @Override
  public Optional<String> unsayable(ModelRequest request) {
    return Optional.empty();
  }

  @Override
  public boolean knowsSchemas() {
    return true;
  }

  @Override
  public ObjectNode write(ModelRequest request, boolean stream) {
    return ChatBody.of("", request, stream);
  }

  @Override
  public Optional<Reply> read(JsonNode body, ModelRequest request) {
    return ChatReply.reply(body, inclusive);
  }

  @Override
  public Pieces pieces(Assembler answer) {
    var stream = new ChatStream(answer, inclusive);
    return new Pieces() {
      @Override
      public boolean take(String data) {
        return stream.take(data);
      }

      @Override
      public Optional<String> error() {
        return stream.error().map(ChatReply::error);
      }
    };
  }
}
