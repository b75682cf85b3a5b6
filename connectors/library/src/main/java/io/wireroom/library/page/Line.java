package io.wireroom.library.page;

import io.wireroom.library.ReadableText;

/** Text from outside for one line of a page. */
final class Line {
  private Line() {}

  /** One line without control signs or signs that turn the direction of what follows. */
  static String of(String text, int longest) {
    var line =
        text.replaceAll("[\\p{Cc}\\s\\u00A0\\u2028\\u2029]+", " ")
            .replaceAll("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", "")
            .strip();
    return ReadableText.beginning(line, longest);
  }
}
