package io.wireroom.engine.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.Outcome;

/** What a step is answered with instead of doing its work again. */
public sealed interface Past {
  /** The connector gave this; the step's expressions are applied to it. */
  record Given(Outcome outcome) implements Past {}

  /** The step was completed with these variables. */
  record Completed(ObjectNode variables) implements Past {}

  /** The step ended with this BPMN error. */
  record Failed(String code, String message) implements Past {}

  /** It is not known yet; the job comes again. */
  record NotYet(String reason) implements Past {}
}
