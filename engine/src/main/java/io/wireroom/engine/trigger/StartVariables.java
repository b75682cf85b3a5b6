package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.expression.FeelResult;
import io.wireroom.engine.expression.ResultMapping;

/** What a start's {@code resultVariable} and {@code resultExpression} make of what arrived. */
public final class StartVariables {
  private final Feel feel;

  public StartVariables(Feel feel) {
    this.feel = feel;
  }

  /**
   * The variables that a run begins with. Not for an event loop.
   *
   * @param arrived what the variable holds
   * @param context what the expression sees
   * @param otherwise the variables when the start names neither
   */
  public ResultMapping map(
      String variable,
      String expression,
      JsonNode arrived,
      ObjectNode context,
      ObjectNode otherwise) {
    var variables = JsonNodeFactory.instance.objectNode();
    if (variable.isEmpty() && expression.isEmpty()) {
      return new ResultMapping.Variables(otherwise);
    }
    if (!variable.isEmpty()) {
      variables.set(variable, arrived);
    }
    if (expression.isEmpty()) {
      return new ResultMapping.Variables(variables);
    }
    return switch (feel.evaluate(expression, context)) {
      case FeelResult.Value(ObjectNode more) -> {
        variables.setAll(more);
        yield new ResultMapping.Variables(variables);
      }
      case FeelResult.Value(var nothing) when nothing.isNull() ->
          new ResultMapping.Variables(variables);
      case FeelResult.Value other ->
          new ResultMapping.Failed("The start's result expression gives no named values.");
      case FeelResult.Failed failed ->
          new ResultMapping.Failed("The start's result expression fails: " + failed.message());
    };
  }
}
