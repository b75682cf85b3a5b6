package io.wireroom.engine.workflow;

import io.wireroom.engine.process.ProcessEngine.Fault;
import io.wireroom.engine.workflow.Problem.Severity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what the broker has against a diagram in an editor's words, with what to do. */
final class BrokerWords {
  private static final List<Word> WORDS =
      List.of(
          new Word(
              "exactly one 'zeebe:taskDefinition'",
              "Nobody does this step: no connector is chosen.",
              "Choose what it does in its panel, or replace it by a step from the list."),
          new Word(
              "exactly one 'zeebe:loopCharacteristics'",
              "The repetition does not say for which items.",
              "Give the list in the step's panel."),
          new Word(
              "exactly one start event|at least one (none )?start event",
              "There is no single place where it starts.",
              "Put one start into it, and lead from there to the steps."),
          new Word(
              "exactly one 'zeebe:calledElement'|process ?[iI]d",
              "It does not say which workflow to run.",
              "Choose the workflow in the step's panel."),
          new Word(
              "messageRef|[mM]ust reference a message",
              "It does not say which message it is about.",
              "Give the message a name in the panel."),
          new Word(
              "failed to parse expression '(?<what>.*?)':",
              "This is no expression that can be computed: %s",
              "Correct it in the step's panel. Text goes in quotation marks, as in \"done\"."),
          new Word(
              "correlationKey|zeebe:subscription",
              "It does not say how a message finds its run.",
              "Give the key in the panel, such as =order."),
          new Word(
              "[mM]ust have a (condition|default)|condition expression",
              "A way out of the decision has no condition.",
              "Give each way a condition, or mark one as the default."),
          new Word(
              "timeDuration|timeCycle|timeDate|timer",
              "The time is not given, or cannot be read.",
              "Give it in the panel, such as PT5M for five minutes."),
          new Word(
              "errorRef|[mM]ust reference an error",
              "It does not say which error it is about.",
              "Choose the error in the panel."));

  private BrokerWords() {}

  static Problem problem(Fault fault) {
    return WORDS.stream()
        .flatMap(word -> word.problem(fault).stream())
        .findFirst()
        .orElseGet(
            () ->
                new Problem(fault.elementId(), Severity.error, fault.message(), Optional.empty()));
  }

  /** A sentence for all messages that a pattern finds; {@code %s} is the part named what. */
  private record Word(Pattern pattern, String message, String fix) {
    Word(String pattern, String message, String fix) {
      this(Pattern.compile(pattern, Pattern.DOTALL), message, fix);
    }

    Optional<Problem> problem(Fault fault) {
      var found = pattern.matcher(fault.message());
      if (!found.find()) {
        return Optional.empty();
      }
      var said = message.contains("%s") ? message.formatted(found.group("what")) : message;
      return Optional.of(new Problem(fault.elementId(), Severity.error, said, Optional.of(fix)));
    }
  }
}
