package io.wireroom.models.endpoint.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.models.endpoint.Assembler;
import io.wireroom.models.endpoint.Content;
import io.wireroom.models.endpoint.JsonText;
import io.wireroom.models.endpoint.Message;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Reply;
import io.wireroom.models.endpoint.Served;
import io.wireroom.models.endpoint.StopReason;
import io.wireroom.models.endpoint.Usage;
import io.wireroom.models.endpoint.Vectors;
import java.util.List;
import java.util.Optional;

/**
 * Embeddings of Titan and Nova: one text in, one {@link Content.Vector} out.
 *
 * @param nova Nova's body instead of Titan's
 */
record EmbeddingBody(boolean nova) implements InvokeBody {
  private static final int DIMENSION = 1024;

  @Override
  public boolean streams() {
    return false;
  }

  @Override
  public Optional<String> unsayable(ModelRequest request) {
    return request.messages().size() == 1 && request.messages().getFirst().plain()
        ? Optional.empty()
        : Optional.of("this model makes a vector of one text");
  }

  @Override
  public ObjectNode write(ModelRequest request) {
    var text = request.messages().stream().map(Message::text).findFirst().orElse("");
    var body = JsonNodeFactory.instance.objectNode();
    if (!nova) {
      return body.put("inputText", text);
    }
    body.put("taskType", "SINGLE_EMBEDDING")
        .putObject("singleEmbeddingParams")
        .put("embeddingPurpose", "GENERIC_INDEX")
        .put("embeddingDimension", DIMENSION)
        .putObject("text")
        .put("truncationMode", "NONE")
        .put("value", text);
    return body;
  }

  @Override
  public Optional<Reply> read(JsonNode body) {
    var vector = nova ? body.path("embeddings").path(0).path("embedding") : body.path("embedding");
    long in = JsonText.count(body.path("inputTextTokenCount"));
    return Vectors.read(vector)
        .map(
            values ->
                new Reply(
                    List.<Content>of(values),
                    StopReason.END_TURN,
                    in < 0 ? new Usage.Unknown() : new Usage.Tokens(in, 0),
                    Served.UNSAID));
  }

  @Override
  public boolean take(JsonNode chunk, Assembler answer) {
    throw new IllegalStateException("vectors do not come in pieces");
  }
}
