package io.wireroom.models.endpoint.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.models.endpoint.Assembler;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Reply;
import java.util.Optional;

/** One vendor's body for InvokeModel, and its answers. */
interface InvokeBody {
  /** What the vendor has no way to say. */
  Optional<String> unsayable(ModelRequest request);

  ObjectNode write(ModelRequest request);

  /** Reads a whole answer; empty for what is none. */
  Optional<Reply> read(JsonNode body);

  /** Takes one chunk of a stream; false gives up. */
  boolean take(JsonNode chunk, Assembler answer);

  /** Whether its answers can come in pieces. */
  default boolean streams() {
    return true;
  }

  /** Whether the body can ask for a schema. */
  default boolean knowsSchemas() {
    return false;
  }

  /** By the model's name, which may have a region before it or be part of an ARN. */
  static Optional<InvokeBody> of(String model) {
    if (model.contains("amazon.titan-embed")
        || model.contains("amazon.nova") && model.contains("embed")) {
      return Optional.of(new EmbeddingBody(model.contains("amazon.nova")));
    }
    if (model.contains("amazon.titan-image") || model.contains("amazon.nova-canvas")) {
      return Optional.of(new ImageBody());
    }
    if (model.contains("anthropic.")) {
      return Optional.of(new AnthropicBody());
    }
    if (model.contains("amazon.nova")) {
      return Optional.of(new NovaBody());
    }
    if (model.contains("amazon.titan-text")) {
      return Optional.of(new TitanBody());
    }
    return model.contains("openai.") || model.contains("qwen.")
        ? Optional.of(new ChatInvokeBody())
        : Optional.empty();
  }
}
