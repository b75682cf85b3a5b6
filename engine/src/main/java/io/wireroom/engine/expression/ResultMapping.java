package io.wireroom.engine.expression;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What {@code resultVariable} and {@code resultExpression} made of a response. */
public sealed interface ResultMapping {
  /** Complete the job with these variables; may be empty. */
  record Variables(ObjectNode variables) implements ResultMapping {}

  /** The expression is wrong: an incident for a person. */
  record Failed(String reason) implements ResultMapping {}
}
