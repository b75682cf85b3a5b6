package io.wireroom.models.extractive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Cuts a sentence into words with Lucene's analyzer of the language. */
final class WordReader {
  private static final Pattern ELISION = Pattern.compile("^\\p{L}{1,6}['’](?=\\p{L}{2})");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");

  private final Language language;

  WordReader(Language language) {
    this.language = language;
  }

  List<Word> read(String sentence) {
    var words = new ArrayList<Word>();
    try (var tokens = language.stems().tokenStream("text", sentence)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      var offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(word(sentence, term.toString(), offset.startOffset(), offset.endOffset()));
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private Word word(String sentence, String stem, int start, int end) {
    var written = sentence.substring(start, end);
    var bare = POSSESSIVE.matcher(ELISION.matcher(written).replaceFirst("")).replaceFirst("");
    var surface = bare.isEmpty() ? written : bare;
    var meaningful = language.meaningful(surface.toLowerCase(Locale.ROOT));
    return new Word(stem, surface, start, end, meaningful);
  }
}
