package io.wireroom.engine.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A step with the variables of its own scope and what its job completed with. */
public record StepValues(Step step, ObjectNode input, Optional<ObjectNode> output) {}
