package io.wireroom.engine.trigger;

import io.wireroom.engine.trigger.inbox.Target;
import io.wireroom.engine.workflow.Diagram;
import java.util.Optional;

/** What an event must do to start a workflow without a request of its own. */
public final class StartTarget {
  private StartTarget() {}

  /** Empty for a workflow that starts by itself only. */
  public static Optional<Target> of(Diagram diagram) {
    if (diagram.hasNoneStart()) {
      return Optional.of(new Target.Create(diagram.id(), diagram.id()));
    }
    return diagram.messageStarts().stream()
        .findFirst()
        .map(
            start ->
                new Target.Message(
                    start.workflow(), start.elementId(), start.messageName(), Optional.empty()));
  }
}
