package io.wireroom.models.extractive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How much each meaningful stem weighs in a sentence: tf-idf, with sentences as documents. */
final class Terms {
  private final Map<String, Double> idf = new HashMap<>();

  Terms(List<Sentence> sentences) {
    var count = new HashMap<String, Integer>();
    for (var sentence : sentences) {
      sentence.words().stream()
          .filter(Word::meaningful)
          .map(Word::stem)
          .distinct()
          .forEach(stem -> count.merge(stem, 1, Integer::sum));
    }
    count.forEach(
        (stem, in) -> idf.put(stem, Math.log(1 + (sentences.size() - in + 0.5) / (in + 0.5))));
  }

  Map<String, Double> vector(List<Word> words) {
    return words.stream()
        .filter(Word::meaningful)
        .collect(
            Collectors.toMap(Word::stem, word -> idf.getOrDefault(word.stem(), 1.0), Double::sum));
  }

  static double cosine(Map<String, Double> a, Map<String, Double> b) {
    var small = a.size() < b.size() ? a : b;
    var large = small == a ? b : a;
    double dot = 0;
    for (var entry : small.entrySet()) {
      dot += entry.getValue() * large.getOrDefault(entry.getKey(), 0.0);
    }
    return dot == 0 ? 0 : dot / (length(a) * length(b));
  }

  private static double length(Map<String, Double> vector) {
    return Math.sqrt(vector.values().stream().mapToDouble(v -> v * v).sum());
  }
}
