package io.wireroom.engine.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/**
 * A unit of work that the broker hands out for a step.
 *
 * @param definitionKey the deployed version that the run belongs to
 * @param stepKey the element instance's key
 * @param retries left, this try included
 * @param deadline the broker gives the job away after it
 */
public record Job(
    long key,
    String type,
    String workflow,
    int version,
    long definitionKey,
    long runKey,
    String elementId,
    long stepKey,
    Map<String, String> headers,
    ObjectNode variables,
    int retries,
    Instant deadline) {}
