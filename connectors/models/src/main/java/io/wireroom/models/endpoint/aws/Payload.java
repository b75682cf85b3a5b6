package io.wireroom.models.endpoint.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.models.endpoint.Assembler;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.endpoint.Reply;
import io.wireroom.models.route.Wire;
import java.util.Optional;

/** What a container on SageMaker takes and gives. */
interface Payload {
  /** What it has no way to say. */
  Optional<String> unsayable(ModelRequest request);

  ObjectNode write(ModelRequest request, boolean stream);

  /** Reads a whole answer; empty for what is none. */
  Optional<Reply> read(JsonNode body, ModelRequest request);

  /** Reads one answer's pieces. */
  Pieces pieces(Assembler answer);

  /** Whether it can ask for a schema. */
  boolean knowsSchemas();

  /** The pieces of one answer. */
  interface Pieces {
    /** Takes the data of one event or line; false gives up. */
    boolean take(String data);

    /** What the container says went wrong in the middle; empty for nothing. */
    Optional<String> error();
  }

  static Payload of(Wire wire) {
    return switch (wire.sagemaker().payload()) {
      case OPENAI -> new ChatPayload(wire.inclusive());
      case TGI, LMI -> new GeneratedPayload();
    };
  }
}
