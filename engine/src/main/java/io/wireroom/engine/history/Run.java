package io.wireroom.engine.history;

import java.time.Instant;
import java.util.Optional;

/**
 * A run as it was after its latest change.
 *
 * @param name what people call the workflow
 * @param businessKey by which people know it, such as an order's number
 * @param trigger webhook, api, cli, schedule, workflow (called by another run), …
 * @param change grows with every change of any run or step
 */
public record Run(
    long key,
    String workflow,
    String name,
    int version,
    long definitionKey,
    Status status,
    Instant startedAt,
    Optional<Instant> endedAt,
    String trigger,
    Optional<String> eventId,
    Optional<String> businessKey,
    Optional<Parent> parent,
    int incidents,
    long change) {

  /** The step of another run that called this one. */
  public record Parent(long runKey, long stepKey) {}
}
