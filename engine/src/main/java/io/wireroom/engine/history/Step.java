package io.wireroom.engine.history;

import java.time.Instant;
import java.util.Optional;

/**
 * A step as it was after its latest change.
 *
 * @param type the element's BPMN type in lower camel case, as in {@code serviceTask}
 * @param connector the job type, for steps with a job
 * @param parent the sub-process or multi-instance step around it
 * @param attempts tries so far, the present one included; 0 for steps without a job
 * @param change grows with every change of any run or step
 */
public record Step(
    long key,
    long runKey,
    String elementId,
    String name,
    String type,
    Optional<String> connector,
    Optional<Long> parent,
    Status status,
    Instant startedAt,
    Optional<Instant> endedAt,
    int attempts,
    Optional<StepError> error,
    long change) {}
