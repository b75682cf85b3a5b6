package io.wireroom.models.endpoint;

import java.util.ArrayList;
import java.util.List;

/** Asks for JSON in words, for endpoints that cannot be told otherwise. */
final class SchemaPrompt {
  private SchemaPrompt() {}

  /** The messages with the schema in the system's; one only, as some servers take no second. */
  static List<Message> with(List<Message> messages, ModelRequest request) {
    if (request.schema().isEmpty()) {
      return messages;
    }
    var all = new ArrayList<>(messages);
    var before =
        all.getFirst().role() == Message.Role.SYSTEM ? all.removeFirst().text() + "\n\n" : "";
    all.addFirst(
        new Message(
            Message.Role.SYSTEM,
            before
                + "Answer with one JSON value that fits this JSON Schema, and with nothing else:\n"
                + request.schema().get()));
    return all;
  }

  static Message repair(ModelRequest request, List<String> problems) {
    return new Message(
        Message.Role.USER,
        """
        Your answer does not fit the JSON Schema:
        - %s
        Answer again with one JSON value that fits it, and with nothing else. The schema:
        %s"""
            .formatted(
                String.join("\n- ", problems), request.schema().map(Object::toString).orElse("")));
  }
}
