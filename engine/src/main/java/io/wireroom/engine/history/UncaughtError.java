package io.wireroom.engine.history;

import java.util.Optional;
import java.util.regex.Pattern;

/** A BPMN error that nothing in the diagram catches, read from the broker's text about it. */
record UncaughtError(String code, String message) {
  private static final Pattern TEXT =
      Pattern.compile(
          "Expected to throw an error event with the code '(.*?)'(?: with message '(.*)')?,"
              + " but it was not caught\\..*",
          Pattern.DOTALL);

  /** The broker's text as a person reads it. */
  static String words(String said) {
    return in(said).map(UncaughtError::message).orElse(said);
  }

  /** Empty for any other text. */
  static Optional<UncaughtError> in(String text) {
    var found = TEXT.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    var message = Optional.ofNullable(found.group(2)).filter(said -> !said.isBlank());
    return Optional.of(
        new UncaughtError(
            found.group(1),
            message.orElse("The step ended with an error that nothing in the diagram catches.")));
  }
}
