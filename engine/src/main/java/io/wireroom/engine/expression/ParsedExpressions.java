package io.wireroom.engine.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** Screens and parses, and remembers the last few hundred: parsing costs more than evaluating. */
final class ParsedExpressions {
  private static final int KEPT = 512;

  private final FeelEngineApi parser;
  private final Screen screen;
  private final Map<String, Outcome> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Outcome> eldest) {
          return size() > KEPT;
        }
      };

  ParsedExpressions(FeelEngineApi parser, FeelLimits limits) {
    this.parser = parser;
    this.screen = new Screen(limits);
  }

  Outcome of(String expression) {
    Optional<Outcome> before;
    synchronized (known) {
      before = Optional.ofNullable(known.get(expression));
    }
    return before.orElseGet(() -> remember(expression, parse(expression)));
  }

  private Outcome remember(String expression, Outcome outcome) {
    synchronized (known) {
      known.put(expression, outcome);
    }
    return outcome;
  }

  private Outcome parse(String expression) {
    try {
      return screen.text(expression).<Outcome>map(Refused::new).orElseGet(() -> read(expression));
    } catch (StackOverflowError e) {
      return new Refused(
          new FeelResult.Failed(
              "The expression is refused: it is nested too deeply.",
              "Split it over several variables."));
    }
  }

  private Outcome read(String expression) {
    var result = parser.parseExpression(expression);
    if (result.isFailure()) {
      return new Refused(Suggestions.failed(result.failure().message(), expression));
    }
    var parsed = result.parsedExpression();
    return screen
        .tree(parsed.expression())
        .<Outcome>map(Refused::new)
        .orElseGet(() -> new Parsed(parsed));
  }

  /** What became of the text. */
  sealed interface Outcome {}

  /** Ready to be evaluated. */
  record Parsed(ParsedExpression expression) implements Outcome {}

  /** Not to be evaluated. */
  record Refused(FeelResult.Failed failure) implements Outcome {}
}
