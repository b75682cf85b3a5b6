package io.wireroom.engine.workflow;

/**
 * A start that events of the inbox make: a webhook, a feed or a form.
 *
 * @param messageName the name of the message that starts the run
 */
public record MessageStart(String workflow, String elementId, String messageName) {
  public MessageStart(String workflow, String elementId) {
    this(workflow, elementId, "wireroom:" + workflow + ":" + elementId);
  }
}
