package io.wireroom.engine.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** What the broker is told about a job. */
public sealed interface Verdict {
  /** The step is done; the variables go to the run by the step's output mappings. */
  record Complete(ObjectNode variables) implements Verdict {}

  /** This try failed. With {@code retriesLeft} 0 the broker raises an incident. */
  record Fail(String reason, int retriesLeft, Duration backOff) implements Verdict {}

  /** A BPMN error; uncaught, the broker raises an incident. */
  record Throw(String code, String message, ObjectNode variables) implements Verdict {}
}
