package io.wireroom.engine.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which runs to list, newest first.
 *
 * @param text words of the key, the event's id, the workflow, short values or errors
 * @param from the earliest start
 * @param to starts before it
 * @param after the last run of the page before
 * @param values on the run's own values, all of them
 */
public record RunFilter(
    Optional<String> workflow,
    Optional<Status> status,
    Optional<String> text,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Place> after,
    int limit,
    Optional<Integer> version,
    Optional<String> trigger,
    Optional<String> eventId,
    Optional<String> businessKey,
    List<ValueFilter> values) {

  public RunFilter {
    values = List.copyOf(values);
  }

  /** Without the finer conditions. */
  public RunFilter(
      Optional<String> workflow,
      Optional<Status> status,
      Optional<String> text,
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<Place> after,
      int limit) {
    this(
        workflow,
        status,
        text,
        from,
        to,
        after,
        limit,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The same from another place on. */
  RunFilter from(Place place, int count) {
    return new RunFilter(
        workflow,
        status,
        text,
        from,
        to,
        Optional.of(place),
        count,
        version,
        trigger,
        eventId,
        businessKey,
        values);
  }

  /** A run's place in the list. */
  public record Place(Instant startedAt, long key) {
    long number() {
      return io.wireroom.engine.history.Place.of(startedAt, key);
    }

    /** Its key is the lower part alone, which is enough to go on from there. */
    static Place of(long number) {
      return new Place(io.wireroom.engine.history.Place.start(number), number & 0xFFFFF);
    }
  }
}
