package io.wireroom.engine.trigger.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which events to list, the newest first.
 *
 * @param text found in the id, the path, the reason, the request or the run's key
 * @param before the page's place: only events with a smaller number
 */
record EventFilter(
    Optional<String> workflow,
    Optional<EventStatus> status,
    Optional<String> kind,
    Optional<String> text,
    Optional<Instant> from,
    Optional<Instant> to,
    OptionalLong before,
    int limit) {}
