package io.wireroom.engine.history;

import java.time.Instant;
import java.util.Optional;

/** What a record says about the timer of a start event. */
sealed interface TimerChange {
  long key();

  /** The broker will fire it; {@code repetitions} is below zero for ever. */
  record Waits(long key, long definitionKey, String elementId, Instant dueAt, int repetitions)
      implements TimerChange {}

  /** It started a run. */
  record Fired(long key, Instant at) implements TimerChange {}

  /** Its version is not the newest any more. */
  record Withdrawn(long key) implements TimerChange {}

  /** Empty for a timer inside a run, and for what changes nothing. */
  static Optional<TimerChange> of(BrokerRecord r) {
    if (r.number("elementInstanceKey") > 0) {
      return Optional.empty();
    }
    return switch (r.intent()) {
      case "CREATED" ->
          Optional.of(
              new Waits(
                  r.key(),
                  r.number("processDefinitionKey"),
                  r.text("targetElementId"),
                  Instant.ofEpochMilli(r.number("dueDate")),
                  r.value().path("repetitions").asInt()));
      case "TRIGGERED" -> Optional.of(new Fired(r.key(), r.at()));
      case "CANCELED" -> Optional.of(new Withdrawn(r.key()));
      default -> Optional.empty();
    };
  }
}
