package io.wireroom.engine.expression;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Runs a regular expression over a text that counts every look at a character, so that a pattern
 * which explodes is stopped. Only then the engine's own function, which cannot be stopped, runs.
 */
final class PatternRehearsal {
  private PatternRehearsal() {}

  static void run(String text, String pattern, String replacement, String flags, Budget budget) {
    Pattern compiled;
    try {
      compiled = Pattern.compile(pattern, flagsOf(flags));
    } catch (PatternSyntaxException e) {
      return; // why: the engine's function says so in its own words
    }
    var matcher = compiled.matcher(new CountedText(text, 0, text.length(), budget));
    var references = replacement.chars().filter(c -> c == '$').count();
    double written = text.length();
    while (matcher.find()) {
      written += replacement.length() + (double) references * (matcher.end() - matcher.start());
      budget.text(written);
    }
  }

  private static int flagsOf(String flags) {
    return (flags.contains("s") ? Pattern.DOTALL : 0)
        | (flags.contains("m") ? Pattern.MULTILINE : 0)
        | (flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0)
        | (flags.contains("x") ? Pattern.COMMENTS : 0);
  }

  /** Text that looks at the clock while it is read. */
  private static final class CountedText implements CharSequence {
    private final String text;
    private final int start;
    private final int end;
    private final Budget budget;
    private int reads;

    CountedText(String text, int start, int end, Budget budget) {
      this.text = text;
      this.start = start;
      this.end = end;
      this.budget = budget;
    }

    @Override
    public int length() {
      return end - start;
    }

    @Override
    public char charAt(int index) {
      if ((++reads & 4095) == 0) {
        budget.checkTime();
      }
      return text.charAt(start + index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new CountedText(text, start + from, start + to, budget);
    }

    @Override
    public String toString() {
      return text.substring(start, end);
    }
  }
}
