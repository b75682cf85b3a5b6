package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.process.RunVariables;
import io.wireroom.engine.workflow.Diagram;
import io.wireroom.engine.workflow.Webhook;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Turns events into runs. */
public final class Starts {
  /** How long the broker remembers an event's id, and so refuses its repetition. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final ProcessEngine engine;

  public Starts(ProcessEngine engine) {
    this.engine = engine;
  }

  static String newEventId() {
    return UUID.randomUUID().toString();
  }

  /** Hands the event to the broker as the message that starts the webhook's workflow. */
  Future<Void> byMessage(Webhook webhook, String eventId, String trigger, ObjectNode variables) {
    return engine.publish(
        webhook.messageName(), eventId, RunVariables.with(variables, eventId, trigger), REMEMBERED);
  }

  /**
   * Starts a run of the newest version: at its none start, else through its first webhook.
   *
   * @return the run's key when it is known at once
   */
  Future<Optional<Long>> byCall(
      Diagram diagram, String eventId, String trigger, ObjectNode variables) {
    if (diagram.hasNoneStart()) {
      return engine
          .create(diagram.id(), Optional.empty(), RunVariables.with(variables, eventId, trigger))
          .map(Optional::of);
    }
    return byMessage(diagram.webhooks().getFirst(), eventId, trigger, variables)
        .map(Optional.empty());
  }
}
