package io.wireroom.engine.expression;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.feel.context.JavaFunction;
import org.camunda.feel.context.JavaFunctionProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValDayTimeDuration;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;

/**
 * {@code bpmnError(code, message[, variables])} and {@code jobError(message[, variables[, retries[,
 * retryBackoff]]])}, as Camunda connectors give them to an error expression. Each makes a context
 * that names its kind in {@code errorType}.
 */
final class ErrorFunctions extends JavaFunctionProvider {
  private static final List<String> BPMN = List.of("code", "message", "variables");
  private static final List<String> JOB =
      List.of("message", "variables", "retries", "retryBackoff");
  private static final Map<String, Class<? extends Val>> TYPES =
      Map.of(
          "code", ValString.class,
          "message", ValString.class,
          "variables", ValContext.class,
          "retries", ValNumber.class,
          "retryBackoff", ValDayTimeDuration.class);
  private static final Map<String, List<JavaFunction>> FUNCTIONS =
      Map.of(
          "bpmnError",
          List.of(function("bpmnError", BPMN, 2), function("bpmnError", BPMN, 3)),
          "jobError",
          List.of(
              function("jobError", JOB, 1),
              function("jobError", JOB, 2),
              function("jobError", JOB, 3),
              function("jobError", JOB, 4)));

  @Override
  public Optional<JavaFunction> resolveFunction(String name) {
    return resolveFunctions(name).stream().findFirst();
  }

  @Override
  public List<JavaFunction> resolveFunctions(String name) {
    return FUNCTIONS.getOrDefault(name, List.of());
  }

  @Override
  public Collection<String> getFunctionNames() {
    return FUNCTIONS.keySet();
  }

  private static JavaFunction function(String kind, List<String> names, int count) {
    var parameters = names.subList(0, count);
    return new JavaFunction(parameters, arguments -> context(kind, parameters, arguments));
  }

  private static Val context(String kind, List<String> names, List<Val> arguments) {
    var error = JsonNodeFactory.instance.objectNode().put("errorType", kind);
    for (int i = 0; i < names.size(); i++) {
      var name = names.get(i);
      if (!TYPES.getOrDefault(name, Val.class).isInstance(arguments.get(i))) {
        throw new IllegalArgumentException(
            "the parameter '%s' of %s must be a %s".formatted(name, kind, typeName(name)));
      }
      error.set(name, JsonValues.toJson(arguments.get(i)));
    }
    return new ValContext(new JsonContext(error));
  }

  private static String typeName(String parameter) {
    return switch (parameter) {
      case "variables" -> "context";
      case "retries" -> "number";
      case "retryBackoff" -> "duration such as @\"PT30S\"";
      default -> "string";
    };
  }
}
