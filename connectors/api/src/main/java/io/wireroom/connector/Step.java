package io.wireroom.connector;

import java.time.Duration;
import java.util.Optional;

/**
 * The step that a connector works for.
 *
 * @param workflow the workflow's id
 * @param runKey the run's key
 * @param elementId the element in the diagram
 * @param effectKey names this effect to the outside world; stable over time-outs and retries, new
 *     for each loop pass and item
 * @param eventId the event that started the run, when one did
 * @param timeout how long the connector may take at most
 * @param connections the stored credentials; ask at the last moment, just before the call. What was
 *     asked for is masked in whatever the step gives back
 * @param live takes text that is worth seeing before the step is done
 */
public record Step(
    String workflow,
    long runKey,
    String elementId,
    String effectKey,
    Optional<String> eventId,
    Duration timeout,
    Connections connections,
    LiveText live) {}
