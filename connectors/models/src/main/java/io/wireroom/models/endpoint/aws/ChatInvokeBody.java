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

/** Chat completions, as the open models on Bedrock take them. */
final class ChatInvokeBody implements InvokeBody {
  @Override
  public Optional<String> unsayable(ModelRequest request) {
    return Optional.empty();
  }

  @Override
  public boolean knowsSchemas() {
    return true;
  }

  @Override
  public ObjectNode write(ModelRequest request) {
    var body = ChatBody.of("", request, false);
    body.remove("stream"); // why: the operation says whether it streams
    return body;
  }

  @Override
  public Optional<Reply> read(JsonNode body) {
    return ChatReply.reply(body, true);
  }

  @Override
  public boolean take(JsonNode chunk, Assembler answer) {
    return new ChatStream(answer, true).take(chunk.toString());
  }
}
