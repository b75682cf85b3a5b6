package io.wireroom.models.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a model is asked, whoever serves it.
 *
 * @param messages in order; at least one of the user
 * @param schema the JSON Schema that the answer must fit; empty asks for text
 * @param maxTokens the longest answer
 */
public record ModelRequest(
    List<Message> messages,
    Optional<ObjectNode> schema,
    Optional<Integer> maxTokens,
    Optional<Double> temperature) {

  public ModelRequest {
    messages = List.copyOf(messages);
    if (messages.stream().noneMatch(m -> m.role() == Message.Role.USER)) {
      throw new IllegalArgumentException("a model request needs a message of the user");
    }
  }
}
