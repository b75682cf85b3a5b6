package io.wireroom.engine.expression;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns what the engine says into a message with a way out. */
final class Suggestions {
  private static final List<Hint> HINTS =
      List.of(
          new Hint("==", "FEEL compares with a single =."),
          new Hint("&&", "Write 'and' instead of &&."),
          new Hint("\\|\\|", "Write 'or' instead of ||."),
          new Hint("!(?!=)", "Write not(…) instead of !."),
          new Hint("'[^']*'", "Put text in double quotes."),
          new Hint("\\?[^:]*:", "Write if … then … else … instead of ? and :."),
          new Hint("\\$\\{", "Leave out ${ and }: the whole field is the expression."),
          new Hint("=>|->", "Write function(x) … or for x in list return …."),
          new Hint("\\.(length|size)\\b", "Use count(list) or string length(text)."));

  private static final int LOOKED_AT = 500;
  private static final Pattern PLACE = Pattern.compile(":([0-9]{1,6}):([0-9]{1,6}), found ");

  private Suggestions() {}

  static FeelResult.Failed failed(String message, String expression) {
    return new FeelResult.Failed(firstLine(message), forText(expression), place(message));
  }

  /** The parser ends its message with the place: {@code …:1:5, found "…"}. */
  private static Optional<FeelResult.Place> place(String message) {
    var places = PLACE.matcher(message);
    Optional<FeelResult.Place> last = Optional.empty();
    while (places.find()) {
      last =
          Optional.of(
              new FeelResult.Place(
                  Integer.parseInt(places.group(1)), Integer.parseInt(places.group(2))));
    }
    return last;
  }

  private static String forText(String expression) {
    if (expression.isBlank()) {
      return "Write an expression, for example: response.body.title";
    }
    return HINTS.stream()
        .filter(hint -> hint.pattern().matcher(withoutStrings(expression)).find())
        .map(Hint::advice)
        .findFirst()
        .orElse("Check brackets, quotes and names; text goes in double quotes.");
  }

  // why cut: these patterns are for people's typos, not for pages of text
  private static String withoutStrings(String expression) {
    return expression
        .substring(0, Math.min(LOOKED_AT, expression.length()))
        .replaceAll("\"(\\\\.|[^\"\\\\])*\"", "\"\"");
  }

  private static String firstLine(String message) {
    var line = message.lines().findFirst().orElse("");
    return line.length() > 500 ? line.substring(0, 500) + "…" : line;
  }

  private record Hint(Pattern pattern, String advice) {
    Hint(String pattern, String advice) {
      this(Pattern.compile(pattern), advice);
    }
  }
}
