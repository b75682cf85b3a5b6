package io.wireroom.engine.history;

import java.time.Instant;
import java.util.Optional;

/**
 * Which incidents to list, the newest first.
 *
 * @param open whether a person is still needed; empty for both
 * @param text found in the incident's and the run's key, the element's id, or what went wrong
 * @param after the last incident of the page before
 */
public record IncidentFilter(
    Optional<String> workflow,
    Optional<String> elementId,
    Optional<Boolean> open,
    Optional<String> text,
    Optional<Place> after,
    int limit) {

  /** An incident's place in the list. */
  public record Place(Instant createdAt, long key) {}
}
