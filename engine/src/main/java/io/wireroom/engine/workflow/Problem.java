package io.wireroom.engine.workflow;

import io.wireroom.engine.expression.FeelResult;
import io.wireroom.engine.web.HttpProblem;
import java.util.List;
import java.util.Optional;

/**
 * One thing wrong with a diagram.
 *
 * @param elementId where; empty for the whole diagram
 * @param message what happened, for an editor
 * @param fix what to do, when we know
 * @param about which part of the element, so that others who find the same can tell: {@code
 *     input:NAME}, {@code expression:TEXT}, {@code connection}, {@code model}, {@code start}
 */
public record Problem(
    Optional<String> elementId,
    Severity severity,
    String message,
    Optional<String> fix,
    Optional<String> about) {
  private static final int LONGEST_ABOUT = 120;

  /** Only errors block publishing. */
  public enum Severity {
    error,
    warning
  }

  /** The errors among them, as an answer to the one who wanted to use the diagram. */
  public static List<HttpProblem.Detail> details(List<Problem> problems) {
    return problems.stream()
        .filter(problem -> problem.severity() == Severity.error)
        .map(
            problem ->
                new HttpProblem.Detail(
                    problem.elementId().orElse(""),
                    problem.message() + problem.fix().map(fix -> " " + fix).orElse("")))
        .toList();
  }

  Problem(Optional<String> elementId, Severity severity, String message, Optional<String> fix) {
    this(elementId, severity, message, fix, Optional.empty());
  }

  /** The same, about this part; a long text is told by its beginning. */
  Problem about(String kind, String what) {
    var text = what.strip();
    var begin = text.substring(0, Math.min(LONGEST_ABOUT, text.length()));
    return new Problem(elementId, severity, message, fix, Optional.of(kind + ":" + begin));
  }

  Problem about(String part) {
    return new Problem(elementId, severity, message, fix, Optional.of(part));
  }

  static Problem at(String elementId, String message, String fix) {
    return new Problem(Optional.of(elementId), Severity.error, message, Optional.of(fix));
  }

  /** An expression of the element that has no value, whatever the run. */
  static Problem of(String elementId, String expression, FeelResult.Failed failed) {
    return at(elementId, "%s: %s".formatted(expression, failed.inWords()), failed.suggestion())
        .about("expression", expression);
  }

  static Problem warning(String elementId, String message, String fix) {
    return new Problem(Optional.of(elementId), Severity.warning, message, Optional.of(fix));
  }

  static Problem whole(String message, String fix) {
    return new Problem(Optional.empty(), Severity.error, message, Optional.of(fix));
  }
}
