package io.wireroom.library.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.models.endpoint.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the inputs that come as JSON. */
final class Conversation {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Conversation() {}

  static List<Message> of(JsonNode messages) {
    if (!messages.isArray() || messages.isEmpty()) {
      throw new IllegalArgumentException("messages must be a list of {role, content}");
    }
    var all = new ArrayList<Message>();
    for (var message : messages) {
      all.add(new Message(role(message), content(message)));
    }
    if (all.stream().noneMatch(message -> message.role() == Message.Role.USER)) {
      throw new IllegalArgumentException("messages must have one of role user");
    }
    return all;
  }

  /** The instructions first, unless the conversation brings its own. */
  static List<Message> led(Optional<String> system, List<Message> messages) {
    if (system.isEmpty() || messages.getFirst().role() == Message.Role.SYSTEM) {
      return messages;
    }
    var all = new ArrayList<>(messages);
    all.addFirst(new Message(Message.Role.SYSTEM, system.get()));
    return all;
  }

  static ObjectNode schema(JsonNode given) {
    if (given instanceof ObjectNode schema) {
      return schema;
    }
    try {
      if (given.isTextual() && JSON.readTree(given.textValue()) instanceof ObjectNode schema) {
        return schema;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("schema is not JSON: " + e.getOriginalMessage(), e);
    }
    throw new IllegalArgumentException("schema must be a JSON Schema object");
  }

  private static Message.Role role(JsonNode message) {
    var role = message.path("role").asText("");
    for (var known : Message.Role.values()) {
      if (known.text().equals(role)) {
        return known;
      }
    }
    throw new IllegalArgumentException(
        "a message's role must be system, user or assistant, not \"" + role + "\"");
  }

  private static String content(JsonNode message) {
    var content = message.path("content");
    if (!content.isTextual() || content.textValue().isBlank()) {
      throw new IllegalArgumentException("a message's content must be text");
    }
    return content.textValue();
  }
}
