package io.wireroom.engine.expression;

import java.util.Optional;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.IterationContext;
import scala.Product;

/**
 * Refuses an expression by its look, before it runs here or in the broker, which has no limit of
 * its own: length and nesting of the text, then ranges and powers in the syntax tree.
 */
final class Screen {
  private static final int LARGEST_POWER = 10_000;

  private Screen() {}

  static Optional<FeelResult.Failed> text(String expression, FeelLimits limits) {
    if (expression.length() > limits.length()) {
      return refused(
          "it is longer than " + limits.length() + " characters",
          "Move long text into a variable or a connector's input.");
    }
    if (nesting(expression) > limits.nesting()) {
      return refused(
          "its brackets are nested more than " + limits.nesting() + " deep",
          "Split it over several variables.");
    }
    return Optional.empty();
  }

  static Optional<FeelResult.Failed> tree(Exp root, FeelLimits limits) {
    return walk(root, limits);
  }

  private static Optional<FeelResult.Failed> walk(Object node, FeelLimits limits) {
    if (node instanceof IterationContext range && literal(range) > limits.items()) {
      return refused("a range has more than " + limits.items() + " items", "Use a shorter range.");
    }
    if (node instanceof Exponentiation power
        && power.y() instanceof ConstNumber by
        && by.value().doubleValue() > LARGEST_POWER) {
      return refused("a power is above " + LARGEST_POWER, "Use a smaller power.");
    }
    return children(node, limits);
  }

  private static Optional<FeelResult.Failed> children(Object node, FeelLimits limits) {
    var parts =
        switch (node) {
          case scala.collection.Iterable<?> many -> many.iterator();
          case Product tree -> tree.productIterator();
          default -> scala.collection.Iterator$.MODULE$.<Object>empty();
        };
    while (parts.hasNext()) {
      var problem = walk(parts.next(), limits);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static double literal(IterationContext range) {
    return range.start() instanceof ConstNumber from && range.end() instanceof ConstNumber to
        ? Math.abs(to.value().doubleValue() - from.value().doubleValue()) + 1
        : 0;
  }

  private static int nesting(String expression) {
    int depth = 0;
    int deepest = 0;
    boolean quoted = false;
    for (int i = 0; i < expression.length(); i++) {
      var c = expression.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && "([{".indexOf(c) >= 0) {
        deepest = Math.max(deepest, ++depth);
      } else if (!quoted && ")]}".indexOf(c) >= 0) {
        depth--;
      }
    }
    return deepest;
  }

  private static Optional<FeelResult.Failed> refused(String reason, String suggestion) {
    return Optional.of(
        new FeelResult.Failed("The expression is refused: " + reason + ".", suggestion));
  }
}
