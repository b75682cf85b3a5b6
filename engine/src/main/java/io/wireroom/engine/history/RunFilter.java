package io.wireroom.engine.history;

import java.time.Instant;
import java.util.Optional;

/**
 * Which runs to list, newest first.
 *
 * @param text found in the key, the event's id, the workflow's id or any value
 * @param from the earliest start
 * @param to starts before it
 * @param after the last run of the page before
 */
public record RunFilter(
    Optional<String> workflow,
    Optional<Status> status,
    Optional<String> text,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Place> after,
    int limit) {

  /** A run's place in the list. */
  public record Place(Instant startedAt, long key) {}
}
