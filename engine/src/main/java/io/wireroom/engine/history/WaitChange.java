package io.wireroom.engine.history;

import java.time.Instant;
import java.util.Optional;

/** What a record says about something that an open step waits for. */
sealed interface WaitChange {
  long key();

  /** From now on the step waits for it. */
  record Begins(AwaitedThing thing) implements WaitChange {
    @Override
    public long key() {
      return thing.key();
    }
  }

  /** It came, or nobody waits for it any more. */
  record Ends(long key) implements WaitChange {}

  /** A timer inside a run; those of start events belong to no run. */
  static Optional<WaitChange> ofTimer(BrokerRecord r) {
    if (r.number("elementInstanceKey") <= 0) {
      return Optional.empty();
    }
    return switch (r.intent()) {
      case "CREATED" ->
          Optional.of(
              new Begins(
                  new AwaitedThing(
                      r.key(),
                      r.number("processInstanceKey"),
                      r.number("elementInstanceKey"),
                      r.text("targetElementId"),
                      Optional.of(Instant.ofEpochMilli(r.number("dueDate"))),
                      Optional.empty(),
                      Optional.empty())));
      case "TRIGGERED", "CANCELED" -> Optional.of(new Ends(r.key()));
      default -> Optional.empty();
    };
  }

  static Optional<WaitChange> ofMessage(BrokerRecord r) {
    return switch (r.intent()) {
      case "CREATED" ->
          Optional.of(
              new Begins(
                  new AwaitedThing(
                      r.key(),
                      r.number("processInstanceKey"),
                      r.number("elementInstanceKey"),
                      r.text("elementId"),
                      Optional.empty(),
                      Optional.of(r.text("messageName")),
                      Optional.of(r.text("correlationKey")))));
      case "CORRELATED" ->
          // why: beside a step that goes on, the next message is awaited too
          r.value().path("interrupting").asBoolean(true)
              ? Optional.of(new Ends(r.key()))
              : Optional.empty();
      case "DELETED" -> Optional.of(new Ends(r.key()));
      default -> Optional.empty();
    };
  }
}
