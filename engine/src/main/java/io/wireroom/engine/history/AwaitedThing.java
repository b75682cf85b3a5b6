package io.wireroom.engine.history;

import java.time.Instant;
import java.util.Optional;

/**
 * A timer or a message that an open step waits for.
 *
 * @param key the broker's, of the timer or the subscription
 * @param elementId the event in the diagram; another one than the step's where it is attached to it
 */
public record AwaitedThing(
    long key,
    long runKey,
    long stepKey,
    String elementId,
    Optional<Instant> dueAt,
    Optional<String> message,
    Optional<String> correlationKey) {}
