package io.wireroom.engine.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.valuemapper.ValueMapper;
import scala.Tuple2;
import scala.collection.immutable.List;

/**
 * The broker's interpreter with a check at every syntax node. It decides nothing itself: an
 * expression has the broker's value or is stopped.
 */
final class BoundedInterpreter extends FeelInterpreter {
  private final Budget budget;
  private final Deque<Loop> loops = new ArrayDeque<>();

  BoundedInterpreter(ValueMapper mapper, Budget budget) {
    super(mapper);
    this.budget = budget;
  }

  @Override
  public Val eval(Exp exp, EvalContext context) {
    budget.enter();
    var loop = loopOf(exp);
    loop.ifPresent(loops::push);
    Val value;
    try {
      value = exp instanceof IterationContext r ? range(r, context) : super.eval(exp, context);
    } finally {
      loop.ifPresent(l -> loops.pop());
      budget.leave();
    }
    check(exp, value);
    return value;
  }

  private void check(Exp exp, Val value) {
    if (value instanceof ValNumber number) {
      budget.scale(number.value().bigDecimal().scale());
    }
    if (exp instanceof ConstList
        || exp instanceof ConstContext
        || exp instanceof For
        || exp instanceof Addition) {
      budget.made(value);
    }
    if (!loops.isEmpty() && value instanceof ValList list) {
      loops.peek().iterates(exp, list, budget);
    }
  }

  private Val range(IterationContext range, EvalContext context) {
    if (eval(range.start(), context) instanceof ValNumber from
        && eval(range.end(), context) instanceof ValNumber to) {
      budget.items(Math.abs(to.value().doubleValue() - from.value().doubleValue()) + 1);
      var known = new IterationContext(new ConstNumber(from.value()), new ConstNumber(to.value()));
      return super.eval(known, context);
    }
    return super.eval(range, context);
  }

  private static Optional<Loop> loopOf(Exp exp) {
    return switch (exp) {
      case For loop -> Optional.of(new Loop(loop.iterators()));
      case SomeItem loop -> Optional.of(new Loop(loop.iterators()));
      case EveryItem loop -> Optional.of(new Loop(loop.iterators()));
      default -> Optional.empty();
    };
  }

  /** A loop under evaluation: its lists are multiplied before the engine pairs them up. */
  private static final class Loop {
    private final List<Tuple2<String, Exp>> iterators;
    private double product = 1;

    Loop(List<Tuple2<String, Exp>> iterators) {
      this.iterators = iterators;
    }

    void iterates(Exp exp, ValList list, Budget budget) {
      var all = iterators.iterator();
      while (all.hasNext()) {
        if (all.next()._2() == exp) {
          product *= list.items().size();
          budget.items(product);
        }
      }
    }
  }
}
