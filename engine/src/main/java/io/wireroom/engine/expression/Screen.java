package io.wireroom.engine.expression;

import java.util.Optional;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.IterationContext;
import scala.Product;
import scala.collection.Iterable;
import scala.collection.Iterator;

/**
 * Refuses an expression by its look, before it runs here or in the broker, which has no limit of
 * its own: length and nesting of the text, then ranges, powers and growth in the syntax tree.
 */
final class Screen {
  private static final int LARGEST_POWER = 10_000;

  private final FeelLimits limits;

  Screen(FeelLimits limits) {
    this.limits = limits;
  }

  Optional<FeelResult.Failed> text(String expression) {
    if (expression.length() > limits.length()) {
      return refused(
          "it is longer than " + limits.length() + " characters",
          "Move long text into a variable or a connector's input.");
    }
    if (Nesting.of(expression) > limits.nesting()) {
      return refused(
          "its brackets are nested more than " + limits.nesting() + " deep",
          "Split it over several variables.");
    }
    return Optional.empty();
  }

  Optional<FeelResult.Failed> tree(Exp root) {
    return parts(root)
        .or(
            () ->
                Growth.of(root) > limits.weight()
                    ? refused(
                        "it makes a value of more than " + limits.weight() + " characters",
                        "Work on fewer or smaller values.")
                    : Optional.empty());
  }

  private Optional<FeelResult.Failed> parts(Object node) {
    if (node instanceof IterationContext range && Growth.range(range) > limits.items()) {
      return refused("a range has more than " + limits.items() + " items", "Use a shorter range.");
    }
    if (node instanceof Exponentiation power
        && power.y() instanceof ConstNumber by
        && Math.abs(by.value().doubleValue()) > LARGEST_POWER) {
      return refused("a power is above " + LARGEST_POWER, "Use a smaller power.");
    }
    return switch (node) {
      case Iterable<?> many -> any(many.iterator());
      case Product tree -> any(tree.productIterator());
      default -> Optional.empty();
    };
  }

  private Optional<FeelResult.Failed> any(Iterator<?> nodes) {
    while (nodes.hasNext()) {
      var problem = parts(nodes.next());
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Optional<FeelResult.Failed> refused(String reason, String suggestion) {
    return Optional.of(
        new FeelResult.Failed("The expression is refused: " + reason + ".", suggestion));
  }
}
