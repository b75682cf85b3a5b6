package io.wireroom.library.page;

import io.wireroom.library.ReadableText;

/** The few lines that lists show of a story. */
final class Teaser {
  private static final int LONGEST = 280;

  private Teaser() {}

  /** The summary, else how the text begins. */
  static String of(PageContent content) {
    var begins =
        content
            .summary()
            .orElseGet(
                () -> Markdown.firstWords(Markdown.html(content.markdown(), content.title())));
    return ReadableText.beginning(begins, LONGEST);
  }
}
