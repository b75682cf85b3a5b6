package io.wireroom.engine.trigger.inbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an event stands. */
public enum EventStatus {
  /** On disk; the record stream has not shown its run yet. */
  ACCEPTED,
  /** On disk; its workflow is paused. */
  WAITING,
  /** The record stream showed the run that it started. */
  STARTED,
  /** The record stream showed the run that it continued. */
  CORRELATED,
  /** Its run has answered the caller who waited. */
  ANSWERED,
  /** The same event came before. */
  DUPLICATE,
  /** Refused, with a reason; nothing was started. */
  REJECTED,
  /** Cannot become a run, with a reason; a person decides. */
  DEAD;

  /** As it is stored and shown. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<EventStatus> of(String word) {
    return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
  }
}
