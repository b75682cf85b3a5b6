package io.wireroom.models.extractive;

import java.util.List;

/**
 * Whether a text reads like an article, by plain rules.
 *
 * @param reason one short sentence
 */
public record Worth(boolean publishable, String reason) {
  private static final int WORDS = 80;
  private static final int SENTENCES = 4;

  static Worth of(List<Sentence> sentences, int words) {
    var prose = sentences.stream().filter(Sentence::prose).toList();
    var proseWords = prose.stream().mapToInt(s -> s.words().size()).sum();
    var allWords = Math.max(1, sentences.stream().mapToInt(s -> s.words().size()).sum());
    if (words < WORDS) {
      return new Worth(false, "It has only " + words + " words.");
    }
    if (prose.size() < SENTENCES) {
      return new Worth(false, "It has only " + prose.size() + " full sentences.");
    }
    return proseWords * 2 < allWords
        ? new Worth(false, "Less than half of it is running text.")
        : new Worth(true, "It has " + words + " words of running text.");
  }
}
