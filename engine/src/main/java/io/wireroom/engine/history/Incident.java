package io.wireroom.engine.history;

import java.util.Optional;

/**
 * An open incident and what its repair needs.
 *
 * @param jobKey the job that has no retries left, if a job is the cause
 * @param retries what the diagram gives the step
 */
public record Incident(long key, long runKey, long stepKey, Optional<Long> jobKey, int retries) {}
