package io.wireroom.engine.trigger.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** An event of the past, with everything that is needed to repeat it. */
public record KeptEvent(
    EventView view,
    Target target,
    ObjectNode request,
    ObjectNode variables,
    List<Document> documents) {

  /** The workflow that it belongs to. */
  public String workflow() {
    return view.workflow();
  }

  /** The run that took it. */
  public Optional<Long> runKey() {
    return view.runKey().map(Long::valueOf);
  }

  public boolean cameByWebhook() {
    return view.kind().equals(TriggerKind.WEBHOOK.word());
  }

  /** A sentence when it cannot be repeated. */
  public Optional<String> whyNotAgain() {
    return switch (EventStatus.of(view.status()).orElseThrow()) {
      case REJECTED -> Optional.of("A rejected request was not kept whole; send it again.");
      case DUPLICATE ->
          Optional.of("This is a repetition; run the first one again: " + first() + ".");
      case ACCEPTED, WAITING -> Optional.of("Its run has not begun yet; it will by itself.");
      case STARTED, CORRELATED, ANSWERED, DEAD -> Optional.empty();
    };
  }

  private String first() {
    return view.duplicateOf().orElse("");
  }

  /** The same as a new event; never a duplicate of anything. */
  public NewEvent again(
      String id,
      Target newTarget,
      ObjectNode newRequest,
      ObjectNode newVariables,
      boolean copy,
      Clock clock) {
    return new NewEvent(
        id,
        TriggerKind.of(view.kind()),
        newTarget,
        newRequest,
        documents,
        newVariables,
        Optional.empty(),
        Optional.of(view.id()),
        view.auth().orElse(""),
        copy,
        clock.instant());
  }
}
