package io.wireroom.engine.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A step with the variables of its own scope and what its job completed with.
 *
 * @param raw what the broker said about the step's incident, when its error says it otherwise
 */
public record StepValues(
    Step step, ObjectNode input, Optional<ObjectNode> output, Optional<String> raw) {}
