package io.wireroom.engine.history;

import java.time.Instant;
import java.util.Optional;

/**
 * An incident with the run and the step that it stopped.
 *
 * @param connector the job type, for steps with a job
 * @param type the broker's word for its kind, as in {@code JOB_NO_RETRIES}
 * @param said what the broker said
 * @param retriesLeft of the step's job
 */
public record IncidentView(
    long key,
    long runKey,
    long definitionKey,
    String workflow,
    String workflowName,
    int version,
    long stepKey,
    String elementId,
    String name,
    Optional<String> connector,
    String type,
    String said,
    Instant createdAt,
    Optional<Instant> resolvedAt,
    int retriesLeft) {
  /** What the step said that failed, where the broker wraps it; else what the broker said. */
  public String message() {
    return UncaughtError.in(said).map(UncaughtError::message).orElse(said);
  }

  /** The code of an error that nothing in the diagram catches. */
  public Optional<String> code() {
    return UncaughtError.in(said).map(UncaughtError::code);
  }
}
