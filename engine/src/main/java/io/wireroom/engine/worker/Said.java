package io.wireroom.engine.worker;

import java.util.Optional;

/**
 * A piece of what a step says while it works, without credentials.
 *
 * @param stepKey the element instance; the same when the step is tried again
 * @param eventId of the event that started the run, when one did
 * @param at how many characters (UTF-16) the step said before; 0 when it begins, also again
 */
public record Said(
    long runKey, long stepKey, String elementId, Optional<String> eventId, long at, String text) {}
