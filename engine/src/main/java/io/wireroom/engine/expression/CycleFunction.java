package io.wireroom.engine.expression;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.feel.context.JavaFunction;
import org.camunda.feel.context.JavaFunctionProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValDayTimeDuration;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.camunda.feel.syntaxtree.ValYearMonthDuration;

/** {@code cycle([repetitions,] interval)}, the one function that the broker adds to FEEL. */
final class CycleFunction extends JavaFunctionProvider {
  private static final List<JavaFunction> FUNCTIONS =
      List.of(
          new JavaFunction(List.of("interval"), a -> cycle(ValNull$.MODULE$, a.getFirst())),
          new JavaFunction(
              List.of("repetitions", "interval"), a -> cycle(a.getFirst(), a.getLast())));

  @Override
  public Optional<JavaFunction> resolveFunction(String name) {
    return resolveFunctions(name).stream().findFirst();
  }

  @Override
  public List<JavaFunction> resolveFunctions(String name) {
    return name.equals("cycle") ? FUNCTIONS : List.of();
  }

  @Override
  public Collection<String> getFunctionNames() {
    return List.of("cycle");
  }

  private static Val cycle(Val repetitions, Val interval) {
    var times =
        switch (repetitions) {
          case ValNumber number -> "R" + number.value().intValue();
          case ValNull$ none -> "R";
          default -> "";
        };
    var every =
        switch (interval) {
          case ValDayTimeDuration duration -> duration.value().toString();
          case ValYearMonthDuration duration -> duration.value().toString();
          default -> "";
        };
    return times.isEmpty() || every.isEmpty()
        ? new ValError("cycle takes a number of repetitions and a duration")
        : new ValString(times + "/" + every);
  }
}
