package io.wireroom.engine.trigger.inbox;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** What an event does to the broker. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "does")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Target.Message.class, name = "message"),
  @JsonSubTypes.Type(value = Target.Create.class, name = "create")
})
public sealed interface Target {
  /** The workflow that it belongs to. */
  String workflow();

  /** The element that takes it; empty when it starts the workflow as a whole. */
  String elementId();

  /**
   * Starts or continues a run as a message, which the broker takes once per event id.
   *
   * @param correlationKey what picks the run that waits for it; empty for one that only starts
   */
  record Message(
      String workflow, String elementId, String messageName, Optional<String> correlationKey)
      implements Target {}

  /**
   * Creates a run at the none start event of the newest version.
   *
   * @param processId as the broker knows it: the workflow's id, or that of a copy
   */
  record Create(String workflow, String processId) implements Target {
    @Override
    public String elementId() {
      return "";
    }
  }
}
