package io.wireroom.engine.history;

import java.util.List;
import java.util.Optional;

/**
 * A step that is not over, and what is known of its waiting.
 *
 * @param things timers and messages, also those attached to it
 * @param last the latest try that has a row
 * @param called the run that it called
 */
public record OpenStep(
    Step step, List<AwaitedThing> things, Optional<Attempt> last, Optional<Run> called) {}
