package io.wireroom.engine.expression;

import java.util.List;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.impl.interpreter.EvaluationFailureCollector;
import scala.jdk.javaapi.CollectionConverters;

/** Keeps the first few warnings of an evaluation: each may quote a whole value. */
final class BoundedFailures extends EvaluationFailureCollector {
  private static final int KEPT = 10;
  private static final int LONGEST = 300;

  @Override
  public void addFailure(EvaluationFailureType type, String message) {
    if (failures().size() < KEPT) {
      super.addFailure(type, message);
    }
  }

  /** What they say, in the order in which they came. */
  List<String> messages() {
    return CollectionConverters.asJava(failures()).stream()
        .map(failure -> shortened(failure.failureMessage()))
        .distinct()
        .toList();
  }

  private static String shortened(String message) {
    return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
  }
}
