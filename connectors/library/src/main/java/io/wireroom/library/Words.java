package io.wireroom.library;

import java.text.BreakIterator;
import java.util.Locale;

/** Counts words in any script that separates them. */
public final class Words {
  private Words() {}

  public static int count(String text) {
    var breaks = BreakIterator.getWordInstance(Locale.ROOT);
    breaks.setText(text);
    var words = 0;
    var start = breaks.first();
    for (var end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (Character.isLetterOrDigit(text.codePointAt(start))) {
        words++;
      }
      start = end;
    }
    return words;
  }
}
