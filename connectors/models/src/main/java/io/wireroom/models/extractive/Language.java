package io.wireroom.models.extractive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/**
 * A language whose words can be told apart: which carry meaning, which only glue.
 *
 * @param code ISO 639-1, or {@code und} when none was recognised
 * @param stems the analyzer that brings word forms together; it drops nothing
 * @param stop words that carry no meaning
 * @param generic nouns that say little about a text
 * @param nounsAreCapital as in German
 */
record Language(
    String code,
    Analyzer stems,
    Set<String> stop,
    Set<String> generic,
    Set<String> determiners,
    Set<String> linkers,
    Set<String> abbreviations,
    Set<String> honorifics,
    Set<String> openers,
    Set<String> pronouns,
    List<String> boilerplate,
    boolean nounsAreCapital) {

  private static final CharArraySet KEEP_ALL = CharArraySet.EMPTY_SET;

  static final List<Language> ALL =
      List.of(
          of("en", new EnglishAnalyzer(KEEP_ALL), StopWords.english()),
          of("de", new GermanAnalyzer(KEEP_ALL), GermanAnalyzer.getDefaultStopSet()),
          of("fr", new FrenchAnalyzer(KEEP_ALL), FrenchAnalyzer.getDefaultStopSet()),
          of("es", new SpanishAnalyzer(KEEP_ALL), SpanishAnalyzer.getDefaultStopSet()),
          of("it", new ItalianAnalyzer(KEEP_ALL), ItalianAnalyzer.getDefaultStopSet()),
          of("pt", new PortugueseAnalyzer(KEEP_ALL), PortugueseAnalyzer.getDefaultStopSet()),
          of("nl", new DutchAnalyzer(KEEP_ALL), DutchAnalyzer.getDefaultStopSet()));

  static final Language UNDETERMINED =
      new Language(
          "und",
          new StandardAnalyzer(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          List.of(),
          false);

  /** The language of a text, by its stop words; a word of several languages counts for less. */
  static Language of(String text) {
    var words = words(text);
    var best = UNDETERMINED;
    double bestShare = 0.1;
    for (var language : ALL) {
      var share = words.stream().mapToDouble(language::evidence).sum() / Math.max(8, words.size());
      if (share > bestShare) {
        best = language;
        bestShare = share;
      }
    }
    return best;
  }

  /** True where the adjective stands behind its noun. */
  boolean nounsFirst() {
    return Set.of("fr", "es", "it", "pt").contains(code);
  }

  Locale locale() {
    return this == UNDETERMINED ? Locale.ROOT : Locale.of(code);
  }

  /** True for a word that carries meaning. */
  boolean meaningful(String lowerCase) {
    return lowerCase.length() > 1
        && !stop.contains(lowerCase)
        && lowerCase.chars().anyMatch(Character::isLetter);
  }

  private double evidence(String word) {
    return stop.contains(word)
        ? 1.0 / ALL.stream().filter(language -> language.stop.contains(word)).count()
        : 0;
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    var sample = text.length() > 20_000 ? text.substring(0, 20_000) : text;
    for (var word : sample.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      Optional.of(word).filter(w -> !w.isEmpty()).ifPresent(words::add);
    }
    return words;
  }

  private static Language of(String code, Analyzer stems, CharArraySet standard) {
    var lists = WordLists.of(code);
    var stop = new TreeSet<>(lists.words("stop"));
    standard.forEach(word -> stop.add(new String((char[]) word)));
    stop.addAll(lists.words("openers"));
    stop.addAll(lists.words("determiners"));
    return new Language(
        code,
        stems,
        Set.copyOf(stop),
        lists.words("generic"),
        lists.words("determiners"),
        lists.words("linkers"),
        lists.words("abbreviations"),
        lists.words("honorifics"),
        lists.words("openers"),
        lists.words("pronouns"),
        lists.lines("boilerplate"),
        code.equals("de"));
  }
}
