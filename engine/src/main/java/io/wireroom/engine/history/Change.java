package io.wireroom.engine.history;

/** What a batch of records changed, told after it is stored. */
public sealed interface Change {
  /** A run began, moved or ended. */
  record RunChanged(Run run) implements Change {}

  /** A step began, moved or ended. */
  record StepChanged(Step step) implements Change {}

  /** The event has its run; from now on it must not be published again. */
  record EventStarted(String eventId, long runKey) implements Change {}

  /** A run that was under way took the event. */
  record EventCorrelated(String eventId, long runKey) implements Change {}

  /** The records up to this marker of ours are stored. */
  record MarkerSeen(String marker) implements Change {}
}
