package io.wireroom.models.extractive;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is known of a possible tag over the whole article. */
final class Candidate {
  private final Language language;
  private final Map<String, Integer> written = new HashMap<>();
  private final Map<Chunk.Kind, Integer> kinds = new HashMap<>();
  private final Set<Integer> sentences = new HashSet<>();
  private final int words;
  private int seen;
  private double nounLike;
  private int first = Integer.MAX_VALUE;
  private boolean inTitle;

  Candidate(int words, Language language) {
    this.words = words;
    this.language = language;
  }

  void seen(Chunk chunk, int sentence) {
    seen++;
    nounLike += chunk.nounLike();
    written.merge(chunk.text(), 1, Integer::sum);
    kinds.merge(chunk.kind(), 1, Integer::sum);
    sentences.add(sentence);
    first = Math.min(first, sentence);
  }

  void titleHas(boolean all) {
    inTitle = all;
  }

  /** A surname alone speaks for the full name. */
  void takeOver(Candidate surname) {
    seen += surname.seen;
    nounLike += surname.nounLike;
    sentences.addAll(surname.sentences);
    first = Math.min(first, surname.first);
  }

  boolean isName() {
    return kind() == Chunk.Kind.NAME;
  }

  /** Zero for what is no tag. */
  double score() {
    if (vague() || seen < 2 && kind() == Chunk.Kind.PHRASE) {
      return 0;
    }
    var noun = Math.min(1, nounLike / seen / 0.6);
    double shape =
        switch (kind()) {
          case NAME -> (words > 1 ? 1.6 : 1.2) * (0.3 + 0.7 * noun);
          case PHRASE -> 1.6 * (0.3 + 0.7 * noun);
          case NOUN -> noun < 0.6 || seen == 1 && nounLike < 1 ? 0 : noun;
        };
    return Math.sqrt(seen)
        * shape
        * (enough() ? 1 : 0.1)
        * (inTitle ? 1.7 : 1)
        * (first <= 2 ? 1.3 : 1)
        * (1 + 0.1 * Math.min(10, sentences.size()));
  }

  /** As it is written most often; in small letters unless it is a name or a German noun. */
  String display() {
    var most =
        written.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey)
            .orElse("");
    return kind() == Chunk.Kind.NAME || language.nounsAreCapital()
        ? most
        : most.toLowerCase(Locale.ROOT);
  }

  private boolean enough() {
    return switch (kind()) {
      case NAME -> seen >= 2 || inTitle;
      case PHRASE -> seen >= 2;
      case NOUN -> seen >= 3 || seen == 2 && (inTitle || language.nounsAreCapital());
    };
  }

  private boolean vague() {
    var parts = List.of(display().toLowerCase(Locale.ROOT).split("[ -]"));
    var head = language.nounsFirst() ? parts.getFirst() : parts.getLast();
    return language.generic().contains(head)
        || language.generic().containsAll(parts)
        || words == 1 && language.honorifics().contains(head)
        || parts.stream().anyMatch(this::noNoun)
        || display().length() < 2
        || display().length() > 60;
  }

  private boolean noNoun(String word) {
    return word.endsWith("mente")
        || language.code().equals("en") && (word.endsWith("ly") || word.endsWith("ed"));
  }

  private Chunk.Kind kind() {
    return kinds.entrySet().stream()
        .max(
            Map.Entry.<Chunk.Kind, Integer>comparingByValue()
                .thenComparing(e -> -e.getKey().ordinal()))
        .map(Map.Entry::getKey)
        .orElse(Chunk.Kind.NOUN);
  }
}
