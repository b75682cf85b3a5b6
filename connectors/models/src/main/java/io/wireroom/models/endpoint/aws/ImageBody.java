package io.wireroom.models.endpoint.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.models.endpoint.Assembler;
import io.wireroom.models.endpoint.Content;
import io.wireroom.models.endpoint.Message;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Reply;
import io.wireroom.models.endpoint.Served;
import io.wireroom.models.endpoint.StopReason;
import io.wireroom.models.endpoint.Usage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Pictures of Titan Image and Nova Canvas: a description in, a PNG out. */
final class ImageBody implements InvokeBody {
  @Override
  public boolean streams() {
    return false;
  }

  @Override
  public Optional<String> unsayable(ModelRequest request) {
    return request.messages().stream().allMatch(Message::plain)
        ? Optional.empty()
        : Optional.of("this model makes a picture of a description in words");
  }

  @Override
  public ObjectNode write(ModelRequest request) {
    var body = JsonNodeFactory.instance.objectNode().put("taskType", "TEXT_IMAGE");
    var text = String.join("\n", request.messages().stream().map(Message::text).toList());
    body.putObject("textToImageParams").put("text", text);
    body.putObject("imageGenerationConfig").put("numberOfImages", 1);
    return body;
  }

  /** What the vendor's filter says of a picture comes with status 200. */
  @Override
  public Optional<Reply> read(JsonNode body) {
    var error = body.path("error").asText("");
    if (body.path("error").isTextual() && !error.isEmpty()) {
      return Optional.of(new Reply(error, StopReason.REFUSED, new Usage.Unknown()));
    }
    var pictures = new ArrayList<Content>();
    for (var image : body.path("images")) {
      decoded(image.asText()).ifPresent(bytes -> pictures.add(new Content.Image("png", bytes)));
    }
    return pictures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Reply(
                List.copyOf(pictures), StopReason.END_TURN, new Usage.Unknown(), Served.UNSAID));
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean take(JsonNode chunk, Assembler answer) {
    throw new IllegalStateException("pictures do not come in pieces");
  }
}
