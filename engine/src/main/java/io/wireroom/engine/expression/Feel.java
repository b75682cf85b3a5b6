package io.wireroom.engine.expression;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.DefaultValueMapper;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.CustomValueMapper;
import org.camunda.feel.valuemapper.ValueMapper;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Evaluates FEEL as the broker does, within limits.
 *
 * <p>Threading: on the calling thread, which must not be an event loop; stops when it is
 * interrupted. Safe for use by many threads.
 */
public final class Feel {
  private final FeelLimits limits;
  private final FunctionProvider functions;
  private final ParsedExpressions parsed;
  private final ValueMapper mapper = valueMapper();

  public Feel(Clock clock) {
    this(clock, FeelLimits.DEFAULT, List.of());
  }

  /** For people who wait for the answer: with tighter limits. */
  static Feel forPreviews(Clock clock) {
    return new Feel(clock, FeelLimits.PREVIEW, List.of());
  }

  Feel(Clock clock, FeelLimits limits, List<FunctionProvider> more) {
    this.limits = limits;
    FeelEngineClock engineClock = () -> ZonedDateTime.now(clock);
    var all = new ArrayList<FunctionProvider>();
    all.add(new BuiltinFunctions(engineClock, mapper));
    all.add(new CycleFunction());
    all.addAll(more);
    this.functions =
        new FunctionProvider.CompositeFunctionProvider(CollectionConverters.asScala(all).toList());
    this.parsed = new ParsedExpressions(parser(), limits);
  }

  /** The value of {@code expression} (a leading {@code =} is allowed) over {@code context}. */
  public FeelResult evaluate(String expression, ObjectNode context) {
    return preview(expression, context).result();
  }

  /** The same, with what a person who writes the expression wants to know besides. */
  Preview preview(String expression, ObjectNode context) {
    if (Context.isOnEventLoopThread()) {
      throw new IllegalStateException("an expression must not run on an event loop");
    }
    return switch (parsed.of(strip(expression))) {
      case ParsedExpressions.Refused refused -> Preview.none(refused.failure());
      case ParsedExpressions.Parsed ready -> evaluate(ready.expression(), context);
    };
  }

  /** What is wrong with {@code expression} before it runs, or nothing. */
  public Optional<FeelResult.Failed> problem(String expression) {
    return switch (parsed.of(strip(expression))) {
      case ParsedExpressions.Refused refused -> Optional.of(refused.failure());
      case ParsedExpressions.Parsed ready -> Optional.empty();
    };
  }

  private Preview evaluate(ParsedExpression expression, ObjectNode context) {
    var budget = new Budget(limits);
    var failures = new BoundedFailures();
    var root =
        new EvalContext(
            mapper, new JsonContext(context), new GuardedFunctions(functions, budget), failures);
    try {
      var value = new BoundedInterpreter(mapper, budget).eval(expression.expression(), root);
      return new Preview(
          result(value, expression, budget), ValueKind.of(value), failures.messages());
    } catch (OutOfBounds e) {
      return Preview.none(e.asFailed());
    } catch (StackOverflowError e) {
      return Preview.none(
          new FeelResult.Failed(
              "The expression was stopped: it is nested too deeply.", "Simplify the expression."));
    } catch (Exception e) {
      // why Exception: the interpreter, in Scala, throws InterruptedException without saying so
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        return Preview.none(new FeelResult.Failed("The expression was interrupted.", "Try again."));
      }
      // why no bug: the engine's functions throw for odd input, and the broker fails as well
      return Preview.none(Suggestions.failed(String.valueOf(e.getMessage()), expression.text()));
    }
  }

  private static FeelResult result(Val value, ParsedExpression expression, Budget budget) {
    return switch (value) {
      case ValError error -> Suggestions.failed(error.error(), expression.text());
      case ValFatalError error -> Suggestions.failed(error.error(), expression.text());
      default -> {
        budget.tick();
        budget.made(value);
        yield new FeelResult.Value(JsonValues.toJson(value));
      }
    };
  }

  private static String strip(String expression) {
    var text = expression.strip();
    return text.startsWith("=") ? text.substring(1).strip() : text;
  }

  private static FeelEngineApi parser() {
    return FeelEngineBuilder.forJava().withEnabledExternalFunctions(false).build();
  }

  private static ValueMapper valueMapper() {
    CustomValueMapper plain = DefaultValueMapper.instance();
    return new ValueMapper.CompositeValueMapper(
        CollectionConverters.asScala(List.of(plain)).toList());
  }
}
