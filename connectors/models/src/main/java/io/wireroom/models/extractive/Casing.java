package io.wireroom.models.extractive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the words of a text are written inside sentences, where a capital means something. */
final class Casing {
  private final Map<String, int[]> seen = new HashMap<>();

  Casing(List<Sentence> sentences) {
    for (var sentence : sentences) {
      for (int i = 0; i < sentence.words().size(); i++) {
        var word = sentence.words().get(i);
        if (!begins(sentence, i)) {
          seen.computeIfAbsent(word.lower(), w -> new int[2])[word.capital() ? 0 : 1]++;
        }
      }
    }
  }

  /** True for a word with a capital that is not there because a sentence begins. */
  boolean capital(Sentence sentence, int index) {
    var word = sentence.words().get(index);
    if (!word.capital()) {
      return false;
    }
    var count = seen.getOrDefault(word.lower(), new int[2]);
    return begins(sentence, index) ? count[0] > count[1] : count[0] >= count[1];
  }

  private static boolean begins(Sentence sentence, int index) {
    if (index == 0) {
      return true;
    }
    var before = sentence.text().substring(0, sentence.words().get(index).start()).stripTrailing();
    return before.matches("(?s).*[:\"“„«‹!?.…]$") && !before.matches("(?s).*\\b\\p{Lu}\\.$");
  }
}
