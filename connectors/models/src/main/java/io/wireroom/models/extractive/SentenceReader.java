package io.wireroom.models.extractive;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cuts an article into sentences and tells prose from the rest of a page. */
final class SentenceReader {
  private static final int MOST = 400;
  private static final Pattern ENDS = Pattern.compile("[.!?…][\"'”’»“)\\]]*$");
  private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}.]+)\\.$");

  private static final Pattern ORDINAL = Pattern.compile("(?<![\\d.,])\\d{1,2}\\.$");

  private final Language language;
  private final WordReader words;

  SentenceReader(Language language) {
    this.language = language;
    this.words = new WordReader(language);
  }

  List<Sentence> read(String body) {
    var sentences = new ArrayList<Sentence>();
    for (var block : body.split("\\n+")) {
      for (var text : split(block.strip())) {
        if (sentences.size() < MOST) {
          var read = words.read(text);
          sentences.add(new Sentence(sentences.size(), text, read, prose(text, read)));
        }
      }
    }
    return sentences;
  }

  /** By the JDK's rules; what they break at an abbreviation is put together again. */
  List<String> split(String block) {
    var breaks = BreakIterator.getSentenceInstance(language.locale());
    breaks.setText(block);
    var sentences = new ArrayList<String>();
    var open = "";
    int start = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      open += block.substring(start, end);
      start = end;
      if (!goesOn(open.strip(), block.substring(end))) {
        add(sentences, open);
        open = "";
      }
    }
    add(sentences, open);
    return sentences;
  }

  private boolean goesOn(String sentence, String rest) {
    if (rest.isBlank()) {
      return false;
    }
    if (Character.isLowerCase(rest.stripLeading().codePointAt(0))) {
      return true;
    }
    // why: German writes ordinals with a full stop, "am 3. Mai"
    if (language.nounsAreCapital() && ORDINAL.matcher(sentence).find()) {
      return true;
    }
    var last = LAST_WORD.matcher(sentence);
    if (!last.find()) {
      return false;
    }
    var word = last.group(1);
    var initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    var digitNext = Character.isDigit(rest.stripLeading().charAt(0));
    return initial
        || language.abbreviations().contains(word.toLowerCase(Locale.ROOT))
            && (digitNext || !word.toLowerCase(Locale.ROOT).equals("no"));
  }

  private static void add(List<String> sentences, String text) {
    if (!text.isBlank()) {
      sentences.add(text.strip().replaceAll("\\s+", " "));
    }
  }

  private boolean prose(String text, List<Word> read) {
    var meaningful = read.stream().filter(Word::meaningful).count();
    var lower = text.toLowerCase(Locale.ROOT);
    var capitals = text.chars().filter(Character::isUpperCase).count();
    var letters = text.chars().filter(Character::isLetter).count();
    return ENDS.matcher(text).find()
        && read.size() >= 6
        && read.size() <= 80
        && meaningful >= 3
        && letters > text.length() * 0.6
        && capitals < letters * 0.4
        && language.boilerplate().stream().noneMatch(lower::startsWith);
  }
}
