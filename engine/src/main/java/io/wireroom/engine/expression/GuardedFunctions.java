package io.wireroom.engine.expression;

import java.util.Set;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import scala.collection.Iterable;
import scala.collection.immutable.List;

/** The engine's functions, each called only with arguments that it can finish with. */
final class GuardedFunctions implements FunctionProvider {
  private static final Set<String> QUADRATIC =
      Set.of("distinct values", "duplicate values", "union", "index of", "mode");
  private static final Set<String> ROUNDING =
      Set.of(
          "decimal",
          "floor",
          "ceiling",
          "round up",
          "round down",
          "round half up",
          "round half down");
  private static final Set<String> PATTERNS = Set.of("matches", "replace", "split", "extract");

  private final FunctionProvider functions;
  private final Budget budget;

  GuardedFunctions(FunctionProvider functions, Budget budget) {
    this.functions = functions;
    this.budget = budget;
  }

  @Override
  public List<ValFunction> getFunctions(String name) {
    return functions.getFunctions(name).map(function -> guarded(name, function));
  }

  @Override
  public Iterable<String> functionNames() {
    return functions.functionNames();
  }

  private ValFunction guarded(String name, ValFunction function) {
    return new ValFunction(
        function.params(), arguments -> call(name, function, arguments), function.hasVarArgs());
  }

  private Object call(String name, ValFunction function, List<Val> arguments) {
    budget.checkTime();
    check(name, arguments);
    var result = function.invoke().apply(arguments);
    // why: sort and others swallow what their function argument throws
    budget.tick();
    if (result instanceof Val value) {
      budget.made(value);
    }
    return result;
  }

  private void check(String name, List<Val> arguments) {
    long weight = 0;
    long longest = 0;
    var all = arguments.iterator();
    while (all.hasNext()) {
      var argument = all.next();
      weight += budget.argument(argument);
      if (argument instanceof ValList list) {
        longest = Math.max(longest, list.items().size());
      }
    }
    if (QUADRATIC.contains(name)) {
      budget.pairs((double) longest * weight);
    } else if (name.equals("string join")) {
      budget.text((double) longest * textAt(arguments, 1).length());
    } else if (name.equals("number")) {
      budget.scale(textAt(arguments, 0).length());
    } else if (ROUNDING.contains(name) && at(arguments, 1) instanceof ValNumber scale) {
      budget.scale(scale.value().intValue());
    } else if (PATTERNS.contains(name)) {
      PatternRehearsal.run(
          textAt(arguments, 0),
          textAt(arguments, 1),
          name.equals("replace") ? textAt(arguments, 2) : "",
          textAt(arguments, name.equals("replace") ? 3 : 2),
          budget);
    }
  }

  private static Val at(List<Val> arguments, int index) {
    return index < arguments.size()
        ? arguments.apply(index)
        : org.camunda.feel.syntaxtree.ValNull$.MODULE$;
  }

  private static String textAt(List<Val> arguments, int index) {
    return at(arguments, index) instanceof ValString text ? text.value() : "";
  }
}
