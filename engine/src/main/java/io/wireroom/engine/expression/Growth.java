package io.wireroom.engine.expression;

import java.util.HashMap;
import java.util.Map;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.Ref;
import scala.Product;
import scala.Tuple2;
import scala.collection.Iterable;
import scala.collection.immutable.List;

/**
 * How large a value an expression makes by itself, whatever its variables hold: literal ranges,
 * loops inside loops, and texts or lists that an entry doubles and the next doubles again.
 */
final class Growth {
  private final Map<String, Double> entries;

  private Growth(Map<String, Double> entries) {
    this.entries = entries;
  }

  static double of(Exp root) {
    return new Growth(Map.of()).weigh(root);
  }

  private double weigh(Object node) {
    return switch (node) {
      case ConstString text -> 1 + text.value().length();
      case Ref ref -> entries.getOrDefault(ref.names().head(), 1.0);
      case IterationContext range -> Math.max(range(range), sum(range.productIterator()));
      case For loop -> loop(loop);
      case ConstContext context -> context(context);
      case Iterable<?> many -> sum(many.iterator());
      case Product tree -> 1 + sum(tree.productIterator());
      default -> 0;
    };
  }

  private double loop(For loop) {
    double passes = 1;
    List<Tuple2<String, Exp>> iterators = loop.iterators();
    var all = iterators.iterator();
    while (all.hasNext()) {
      passes *= all.next()._2() instanceof IterationContext range ? Math.max(1, range(range)) : 1;
    }
    return passes * weigh(loop.exp()) + sum(iterators.iterator());
  }

  private double context(ConstContext context) {
    var inside = new HashMap<>(entries);
    double sum = 1;
    var all = context.entries().iterator();
    while (all.hasNext()) {
      var entry = all.next();
      var weight = new Growth(inside).weigh(entry._2());
      inside.put(entry._1(), weight);
      sum += weight;
    }
    return sum;
  }

  private double sum(scala.collection.Iterator<?> parts) {
    double sum = 0;
    while (parts.hasNext()) {
      sum += weigh(parts.next());
    }
    return sum;
  }

  /** Items of a range whose ends are written out; zero for any other. */
  static double range(IterationContext range) {
    return range.start() instanceof ConstNumber from && range.end() instanceof ConstNumber to
        ? Math.abs(to.value().doubleValue() - from.value().doubleValue()) + 1
        : 0;
  }
}
