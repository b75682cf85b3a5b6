package io.wireroom.engine.trigger.inbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as people see it in a list.
 *
 * @param size bytes of the raw body and files
 * @param attempts how often it was handed to the broker without any run taking it
 */
public record EventView(
    @JsonIgnore long seq,
    String id,
    Instant receivedAt,
    Instant updatedAt,
    String kind,
    String workflow,
    String elementId,
    Optional<String> method,
    Optional<String> path,
    Optional<String> auth,
    String status,
    Optional<String> reason,
    Optional<String> runKey,
    long size,
    Optional<String> replayOf,
    Optional<String> duplicateOf,
    int attempts,
    boolean draft) {}
