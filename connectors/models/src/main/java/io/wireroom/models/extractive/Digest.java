package io.wireroom.models.extractive;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What can be told about an article by counting: summary, headline, tags, language, words. */
public final class Digest {
  private static final int SENTENCES = 3;

  private final Article article;
  private final Language language;
  private final List<Sentence> sentences;
  private final List<Word> titleWords;
  private final SentenceRank rank;

  private Digest(Article article) {
    this.article = article;
    this.language = Language.of(article.title().orElse("") + "\n" + article.body());
    this.sentences = new SentenceReader(language).read(article.body());
    this.titleWords = new WordReader(language).read(article.title().orElse(""));
    this.rank = new SentenceRank(candidates(), titleWords, language);
  }

  /** Reads a text: a title, if it has one, and paragraphs, one a line. */
  public static Digest of(String text) {
    return new Digest(Article.of(text));
  }

  /** ISO 639-1, or {@code und}. */
  public String language() {
    return language.code();
  }

  /** Words of the title and the body. */
  public int words() {
    return Article.words(article.title().orElse("")) + Article.words(article.body());
  }

  /** Whole sentences of the article, in its order, in at most so many characters. */
  public String summary(int characters) {
    var chosen = keySentences(SENTENCES);
    var kept = new java.util.ArrayList<String>();
    int used = 0;
    for (var sentence : rank.best(SENTENCES)) {
      if (used + sentence.text().length() + (used == 0 ? 0 : 1) <= characters) {
        kept.add(sentence.text());
        used += sentence.text().length() + (used == 0 ? 0 : 1);
      }
    }
    chosen.retainAll(kept);
    return chosen.isEmpty()
        ? rank.best(1).stream()
            .map(sentence -> Shortened.to(characters, sentence.text()))
            .findFirst()
            .orElse("")
        : String.join(" ", chosen);
  }

  /** The sentences that say most, in the article's order. */
  public List<String> keySentences(int count) {
    return new java.util.ArrayList<>(
        rank.best(count).stream()
            .sorted(Comparator.comparingInt(Sentence::index))
            .map(Sentence::text)
            .toList());
  }

  /** The article's own title where it fits, else its best sentence, shortened. */
  public String headline(int characters) {
    return article
        .title()
        .map(Headline::cleaned)
        .filter(title -> title.length() <= characters)
        .or(() -> rank.best(1).stream().map(s -> Headline.from(s.text(), characters)).findFirst())
        .orElseGet(() -> Shortened.to(characters, article.title().orElse("")));
  }

  /** What the article is about, most first. */
  public List<String> tags(int count) {
    return new Tags(sentences, titleWords, language).best(count);
  }

  /** Whether this reads like an article. */
  public Worth worth() {
    return Worth.of(sentences, words());
  }

  /** Empty when there is nothing to work on. */
  public boolean isEmpty() {
    return sentences.isEmpty() && article.title().isEmpty();
  }

  private List<Sentence> candidates() {
    var prose = sentences.stream().filter(Sentence::prose).toList();
    return prose.isEmpty() ? sentences : prose;
  }

  /** For a test that looks at it. */
  Optional<String> title() {
    return article.title();
  }
}
