package io.wireroom.engine.expression;

import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.impl.interpreter.EvaluationFailureCollector;

/** Keeps the first few warnings of an evaluation: each may quote a whole value. */
final class BoundedFailures extends EvaluationFailureCollector {
  private static final int KEPT = 10;

  @Override
  public void addFailure(EvaluationFailureType type, String message) {
    if (failures().size() < KEPT) {
      super.addFailure(type, message);
    }
  }
}
