package io.wireroom.models.extractive;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an article is about: names, and phrases that come back and stand where nouns stand. No
 * grammar is known, so position speaks: behind an article or preposition, before a pause.
 */
final class Tags {
  /** Shown as text in an article about such things, and no word of a language. */
  private static final Pattern MARKUP = Pattern.compile("</?\\p{Alpha}[^<>]*>");

  private final Language language;
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();

  Tags(List<Sentence> sentences, List<Word> title, Language language) {
    this.language = language;
    var casing = new Casing(sentences);
    var chunks = new ChunkReader(language, casing);
    for (var sentence : sentences) {
      if (sentence.prose()) {
        for (var chunk : chunks.read(withoutMarkup(sentence))) {
          candidates
              .computeIfAbsent(chunk.key(), key -> new Candidate(chunk.words().size(), language))
              .seen(chunk, sentence.index());
        }
      }
    }
    mergeNames();
    var inTitle = title.stream().map(Word::stem).toList();
    candidates.forEach((key, candidate) -> candidate.titleHas(inTitle.containsAll(stems(key))));
  }

  List<String> best(int count) {
    var ranked =
        candidates.entrySet().stream()
            .filter(entry -> entry.getValue().score() > 0)
            .sorted(
                Comparator.comparingDouble(
                        (Map.Entry<String, Candidate> entry) -> -entry.getValue().score())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    var chosen = new LinkedHashMap<String, Candidate>();
    for (var entry : ranked) {
      if (chosen.size() < count && !overlaps(entry.getKey(), chosen)) {
        chosen.put(entry.getKey(), entry.getValue());
      }
    }
    return chosen.values().stream().map(Candidate::display).toList();
  }

  private static Sentence withoutMarkup(Sentence sentence) {
    var markup = MARKUP.matcher(sentence.text()).results().toList();
    var words =
        sentence.words().stream()
            .filter(
                word ->
                    markup.stream()
                        .noneMatch(tag -> tag.start() < word.start() && word.end() < tag.end()))
            .toList();
    return new Sentence(sentence.index(), sentence.text(), words, sentence.prose());
  }

  private void mergeNames() {
    for (var entry : List.copyOf(candidates.entrySet())) {
      var key = entry.getKey();
      var surname = key.substring(key.lastIndexOf(' ') + 1);
      if (key.contains(" ") && entry.getValue().isName()) {
        Optional.ofNullable(candidates.get(surname))
            .filter(Candidate::isName)
            .ifPresent(
                alone -> {
                  entry.getValue().takeOver(alone);
                  candidates.remove(surname);
                });
      }
    }
  }

  /** True when a chosen tag says the same: one's words are among the other's. */
  private boolean overlaps(String key, Map<String, Candidate> chosen) {
    var stems = stems(key);
    return chosen.keySet().stream()
        .map(Tags::stems)
        .anyMatch(other -> other.containsAll(stems) || stems.containsAll(other));
  }

  private static List<String> stems(String key) {
    return List.of(key.split(" "));
  }
}
