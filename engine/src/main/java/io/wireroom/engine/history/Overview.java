package io.wireroom.engine.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of runs in a time. Times that runs took are in milliseconds, right within 5 %.
 *
 * @param running how many are under way now, counted no further than a limit
 */
public record Overview(
    List<Bucket> buckets,
    long bucketSeconds,
    Counts totals,
    Count running,
    Count waiting,
    Took durations,
    List<OfWorkflow> workflows,
    Count waitingPeople,
    Count incidents) {

  /** Runs that began, ended, or stood at an incident. */
  public record Counts(long started, long completed, long failed, long cancelled) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts plus(Counts more) {
      return new Counts(
          started + more.started,
          completed + more.completed,
          failed + more.failed,
          cancelled + more.cancelled);
    }
  }

  /** Percentiles; empty when no run completed. */
  public record Took(Optional<Long> p50, Optional<Long> p95, Optional<Long> p99) {}

  /** A part of the time. */
  public record Bucket(Instant at, Counts counts, Took durations) {}

  /** One workflow's part. */
  public record OfWorkflow(String workflow, String name, Counts counts, Took durations) {}

  /**
   * How many there are now, and since when the oldest.
   *
   * @param more whether there are more than were counted
   */
  public record Count(long count, boolean more, Optional<Instant> oldestAt) {}
}
