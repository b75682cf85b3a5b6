package io.wireroom.engine.workflow;

/** A start that events of the inbox make: a webhook, a feed or a form. */
public record MessageStart(String workflow, String elementId) {
  /** The name of the message that starts the run. */
  public String messageName() {
    return "wireroom:" + workflow + ":" + elementId;
  }
}
