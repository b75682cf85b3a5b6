package io.wireroom.engine.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run as a cluster tells of it.
 *
 * @param processId as the broker knows it
 * @param caller the run that called it
 * @param steps each after the step around it
 */
public record FoundRun(
    long key,
    String processId,
    int version,
    long definitionKey,
    Optional<Long> caller,
    State state,
    Instant startedAt,
    Optional<Instant> endedAt,
    List<Step> steps,
    List<Value> values,
    List<Incident> incidents) {
  public FoundRun {
    steps = List.copyOf(steps);
    values = List.copyOf(values);
    incidents = List.copyOf(incidents);
  }

  /** Whether something goes on, and else how it ended. */
  public enum State {
    ACTIVE,
    COMPLETED,
    TERMINATED
  }

  /**
   * A step.
   *
   * @param scope the step around it, or the run
   * @param type the broker's name, as in {@code SERVICE_TASK}
   */
  public record Step(
      long key,
      long scope,
      String elementId,
      String type,
      State state,
      Instant startedAt,
      Optional<Instant> endedAt,
      Optional<Job> job) {}

  /**
   * The newest job of a step.
   *
   * @param state the broker's name, as in {@code FAILED}
   */
  public record Job(
      long key, String type, String state, int retries, String errorCode, String errorMessage) {}

  /** A variable as JSON. */
  public record Value(long key, long scope, String name, String json) {}

  /** An incident. */
  public record Incident(
      long key,
      long stepKey,
      long jobKey,
      String type,
      String message,
      Instant createdAt,
      boolean resolved) {}
}
