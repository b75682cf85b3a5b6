package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How a run ended.
 *
 * @param status {@code completed} or {@code cancelled}
 * @param variables the run's own variables at its end
 */
public record RunEnd(long runKey, String status, ObjectNode variables) {}
