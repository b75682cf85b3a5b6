package io.wireroom.engine.expression;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** What {@code errorExpression} asks for. */
public sealed interface RaisedError {
  /** Go on with the connector's own outcome. */
  record Nothing() implements RaisedError {}

  /** Throw this BPMN error, with these variables. */
  record BpmnError(String code, String message, ObjectNode variables) implements RaisedError {}

  /** Fail the job, leaving it this many retries; with none the broker raises an incident. */
  record JobError(String message, ObjectNode variables, int retries, Duration backOff)
      implements RaisedError {}

  /** The expression is wrong: an incident for a person. */
  record Failed(String reason) implements RaisedError {}
}
