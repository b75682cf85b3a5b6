package io.wireroom.engine.trigger.inbox;

/** What became of a request that was taken; it is on disk. */
public sealed interface Accepted {
  /** The event that the caller may ask for. */
  String eventId();

  /** A new event; its run starts by itself. */
  record New(String eventId) implements Accepted {}

  /** It came before as this event. */
  record Duplicate(String eventId) implements Accepted {}

  /** Another event came under the same key with other content; nothing was kept. */
  record Conflicting(String eventId) implements Accepted {}
}
