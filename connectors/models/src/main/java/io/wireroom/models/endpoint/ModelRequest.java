package io.wireroom.models.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a model is asked, whoever serves it.
 *
 * @param messages in order; at least one of the user
 * @param schema the JSON Schema that the answer must fit; empty asks for text
 */
public record ModelRequest(
    List<Message> messages, Optional<ObjectNode> schema, Sampling sampling, Tools tools) {

  public ModelRequest {
    messages = List.copyOf(messages);
    if (messages.stream().noneMatch(m -> m.role() == Message.Role.USER)) {
      throw new IllegalArgumentException("a model request needs a message of the user");
    }
  }

  /** A request without tools. */
  public ModelRequest(
      List<Message> messages,
      Optional<ObjectNode> schema,
      Optional<Integer> maxTokens,
      Optional<Double> temperature) {
    this(
        messages,
        schema,
        new Sampling(maxTokens, temperature, Optional.empty(), List.of()),
        Tools.NONE);
  }

  /** The longest answer. */
  public Optional<Integer> maxTokens() {
    return sampling.maxTokens();
  }

  /** 0 is the most even. */
  public Optional<Double> temperature() {
    return sampling.temperature();
  }

  /** The instructions, which some wires want apart from the conversation. */
  public List<Content> system() {
    return messages.stream()
        .filter(m -> m.role() == Message.Role.SYSTEM)
        .flatMap(m -> m.content().stream())
        .toList();
  }

  /** The messages without the instructions. */
  public List<Message> conversation() {
    return messages.stream().filter(m -> m.role() != Message.Role.SYSTEM).toList();
  }

  /** The same with other messages. */
  public ModelRequest with(List<Message> others) {
    return new ModelRequest(others, schema, sampling, tools);
  }

  /** The same without a schema. */
  public ModelRequest withoutSchema() {
    return new ModelRequest(messages, Optional.empty(), sampling, tools);
  }

  /**
   * How the answer is drawn.
   *
   * @param stop texts that end the answer
   */
  public record Sampling(
      Optional<Integer> maxTokens,
      Optional<Double> temperature,
      Optional<Double> topP,
      List<String> stop) {
    public Sampling {
      stop = List.copyOf(stop);
    }
  }
}
