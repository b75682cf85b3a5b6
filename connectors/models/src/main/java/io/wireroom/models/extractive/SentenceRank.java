package io.wireroom.models.extractive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How well each sentence stands for the article: TextRank over the sentences' likeness, times what
 * is known of news: the lead and the title say most, and a sentence must be readable alone.
 */
final class SentenceRank {
  private static final double DAMPING = 0.85;
  private static final int ROUNDS = 40;

  private final List<Sentence> sentences;
  private final List<Map<String, Double>> vectors;
  private final double[] scores;

  SentenceRank(List<Sentence> prose, List<Word> title, Language language) {
    var terms = new Terms(prose);
    this.sentences = prose;
    this.vectors = prose.stream().map(s -> terms.vector(s.words())).toList();
    this.scores = textRank(likeness());
    var heading = terms.vector(title);
    for (int i = 0; i < scores.length; i++) {
      scores[i] *=
          (1 + 0.8 / (1 + 0.5 * i))
              * (1 + Terms.cosine(heading, vectors.get(i)))
              * alone(prose.get(i), language);
    }
  }

  /** The best sentences that say different things, the best first. */
  List<Sentence> best(int count) {
    var chosen = new ArrayList<Integer>();
    while (chosen.size() < count) {
      var next =
          IntStream.range(0, scores.length)
              .boxed()
              .filter(i -> !chosen.contains(i) && repeats(i, chosen) < 0.6)
              .max(Comparator.comparingDouble(i -> scores[i] * (1 - repeats(i, chosen))));
      if (next.isEmpty()) {
        break;
      }
      chosen.add(next.get());
    }
    return chosen.stream().map(sentences::get).toList();
  }

  private double repeats(int sentence, List<Integer> chosen) {
    return chosen.stream()
        .mapToDouble(other -> Terms.cosine(vectors.get(sentence), vectors.get(other)))
        .max()
        .orElse(0);
  }

  private double[][] likeness() {
    var count = vectors.size();
    var likeness = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < i; j++) {
        likeness[i][j] = likeness[j][i] = Terms.cosine(vectors.get(i), vectors.get(j));
      }
    }
    return likeness;
  }

  private static double[] textRank(double[][] likeness) {
    var count = likeness.length;
    var sums = Arrays.stream(likeness).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    var rank = new double[count];
    Arrays.fill(rank, 1);
    for (int round = 0; round < ROUNDS; round++) {
      var next = new double[count];
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
          next[i] += sums[j] == 0 ? 0 : likeness[j][i] / sums[j] * rank[j];
        }
        next[i] = 1 - DAMPING + DAMPING * next[i];
      }
      rank = next;
    }
    return rank;
  }

  /** Below one for a sentence that leans on its neighbours or is hard to read. */
  private static double alone(Sentence sentence, Language language) {
    var words = sentence.words().size();
    var opener = sentence.words().isEmpty() ? "" : sentence.words().getFirst().lower();
    double factor = words < 9 || words > 42 ? 0.6 : 1;
    factor *=
        Math.pow(
            0.75,
            sentence.words().stream()
                .limit(8)
                .filter(word -> language.pronouns().contains(word.lower()))
                .count());
    if (language.openers().contains(opener)) {
      factor *= 0.5;
    }
    if (sentence.text().matches("^[\"“„«‹'‘].*")) {
      factor *= 0.5;
    }
    return sentence.text().matches(".*[?:][\"”»]?$") ? factor * 0.5 : factor;
  }
}
