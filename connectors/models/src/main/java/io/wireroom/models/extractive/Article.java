package io.wireroom.models.extractive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A text as somebody gives it to a model: perhaps an instruction, perhaps a title, then the body.
 *
 * @param title empty when the text begins with a sentence
 */
record Article(Optional<String> title, String body) {
  private static final int LONGEST_TITLE = 200;

  static Article of(String text) {
    var blocks =
        new ArrayList<>(
            Arrays.stream(text.replace("\r\n", "\n").replace('\u00a0', ' ').split("\\n+"))
                .map(String::strip)
                .filter(block -> !block.isEmpty())
                .toList());
    // why: "Summarize this article:" is for whoever reads it, not part of it
    while (blocks.size() > 1 && blocks.getFirst().endsWith(":") && words(blocks.getFirst()) < 40) {
      blocks.removeFirst();
    }
    var title = title(blocks);
    title.ifPresent(
        t -> {
          blocks.removeFirst();
          blocks.removeIf(t::equalsIgnoreCase);
        });
    return new Article(title, String.join("\n", blocks));
  }

  private static Optional<String> title(List<String> blocks) {
    if (blocks.size() < 2) {
      return Optional.empty();
    }
    var first = blocks.getFirst();
    var looksLikeIt =
        first.length() <= LONGEST_TITLE
            && words(first) <= 30
            && !first.matches(".*[.;,]$")
            && first.chars().anyMatch(Character::isLetter);
    return looksLikeIt ? Optional.of(first) : Optional.empty();
  }

  static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }
}
