package io.wireroom.library.page;

import io.wireroom.library.ReadableText;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The few lines that lists show of a story. */
final class Teaser {
  private static final int LONGEST = 280;
  private static final int SHORTEST = LONGEST / 5;

  /** As in "Dr." or "3. Mai", where no sentence ends. */
  private static final Pattern GOES_ON =
      Pattern.compile("(?s).*\\b(\\p{Lu}\\p{L}{0,3}|\\d+)\\.\\s*$");

  private Teaser() {}

  /** The summary, else how the text begins: in whole sentences, where they fit. */
  static String of(PageContent content) {
    var begins =
        content
            .summary()
            .orElseGet(
                () -> Markdown.firstWords(Markdown.html(content.markdown(), content.title())));
    return sentences(begins).orElseGet(() -> ReadableText.beginning(begins, LONGEST));
  }

  private static Optional<String> sentences(String text) {
    if (text.length() <= LONGEST) {
      return Optional.of(text);
    }
    var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text);
    for (int end = breaks.preceding(LONGEST + 1); end >= SHORTEST; end = breaks.previous()) {
      var whole = text.substring(0, end);
      if (!GOES_ON.matcher(whole).matches()) {
        return Optional.of(whole.stripTrailing());
      }
    }
    return Optional.empty();
  }
}
