package io.wireroom.models.extractive;

import java.util.ArrayList;
import java.util.List;

/** Finds names, nouns and noun phrases in a sentence. */
final class ChunkReader {
  private static final int LONGEST_NAME = 5;

  private final Language language;
  private final Casing casing;

  ChunkReader(Language language, Casing casing) {
    this.language = language;
    this.casing = casing;
  }

  List<Chunk> read(Sentence sentence) {
    var chunks = new ArrayList<Chunk>();
    var words = sentence.words();
    for (int i = 0; i < words.size(); i++) {
      if (startsName(sentence, i)) {
        i = name(sentence, i, chunks);
      } else if (common(sentence, i)) {
        noun(sentence, i, chunks);
        phrase(sentence, i, chunks);
      }
    }
    return chunks;
  }

  /** Adds the name that begins at {@code start}; returns the index of its last word. */
  private int name(Sentence sentence, int start, List<Chunk> chunks) {
    int end = start;
    while (end + 1 < sentence.words().size() && end - start < LONGEST_NAME) {
      if (adjoins(sentence, end) && startsName(sentence, end + 1)) {
        end++;
      } else if (linked(sentence, end) && startsName(sentence, end + 2)) {
        end += 2;
      } else {
        break;
      }
    }
    int first = start;
    for (int i = start; i < end; i++) {
      first = honorific(sentence, i) ? i + 1 : first;
    }
    var plain = first == end && language.nounsAreCapital();
    var kind = plain ? Chunk.Kind.NOUN : Chunk.Kind.NAME;
    var usedAsAdjective = !plain && adjoins(sentence, end) && common(sentence, end + 1);
    add(
        chunks,
        kind,
        sentence,
        first,
        end,
        plain ? nounLike(sentence, first, end) : usedAsAdjective ? 0 : 1);
    return end;
  }

  private void noun(Sentence sentence, int at, List<Chunk> chunks) {
    if (!language.nounsAreCapital()) {
      add(chunks, Chunk.Kind.NOUN, sentence, at, at, nounLike(sentence, at, at));
    }
  }

  private void phrase(Sentence sentence, int at, List<Chunk> chunks) {
    if (adjoins(sentence, at) && inPhrase(sentence, at + 1)) {
      add(chunks, Chunk.Kind.PHRASE, sentence, at, at + 1, nounLike(sentence, at, at + 1));
    }
    if (linked(sentence, at) && common(sentence, at + 2)) {
      add(chunks, Chunk.Kind.PHRASE, sentence, at, at + 2, nounLike(sentence, at, at + 2));
    }
  }

  private boolean inPhrase(Sentence sentence, int at) {
    return common(sentence, at) || language.nounsAreCapital() && startsName(sentence, at);
  }

  private boolean startsName(Sentence sentence, int at) {
    return at < sentence.words().size()
        && sentence.words().get(at).meaningful()
        && casing.capital(sentence, at);
  }

  /** A meaningful word in small letters. */
  private boolean common(Sentence sentence, int at) {
    if (at >= sentence.words().size()) {
      return false;
    }
    var word = sentence.words().get(at);
    return word.meaningful()
        && word.surface().length() > 2
        && !Character.isDigit(word.surface().charAt(0))
        && !casing.capital(sentence, at);
  }

  /**
   * How sure it is a noun: behind an article or preposition, perhaps with a word between, and
   * before glue or a pause. What follows tells less where adjectives stand behind.
   */
  private double nounLike(Sentence sentence, int first, int last) {
    var words = sentence.words();
    var directly = determined(words, first - 1) || elided(sentence, first);
    var open =
        last + 1 >= words.size() || !adjoins(sentence, last) || !words.get(last + 1).meaningful();
    if (open) {
      return directly ? 1 : determined(words, first - 2) ? 0.8 : 0;
    }
    return directly ? language.nounsFirst() ? 1 : 0.4 : 0;
  }

  /** As in l'organo: the article is part of the word. */
  private static boolean elided(Sentence sentence, int at) {
    var word = sentence.words().get(at);
    return !sentence.text().startsWith(word.surface(), word.start());
  }

  private boolean determined(List<Word> words, int at) {
    return at >= 0 && language.determiners().contains(words.get(at).lower());
  }

  /** True when only a space or hyphen stands before the next word. */
  private boolean adjoins(Sentence sentence, int at) {
    if (at + 1 >= sentence.words().size()) {
      return false;
    }
    var gap = gap(sentence, at);
    return gap.equals(" ")
        || gap.equals("-")
        || gap.equals(". ") && (initial(sentence, at) || honorific(sentence, at));
  }

  private boolean linked(Sentence sentence, int at) {
    return at + 2 < sentence.words().size()
        && gap(sentence, at).equals(" ")
        && gap(sentence, at + 1).equals(" ")
        && language.linkers().contains(sentence.words().get(at + 1).lower());
  }

  private boolean honorific(Sentence sentence, int at) {
    return language.honorifics().contains(sentence.words().get(at).lower());
  }

  private static boolean initial(Sentence sentence, int at) {
    return sentence.words().get(at).surface().length() == 1;
  }

  private static String gap(Sentence sentence, int at) {
    return sentence
        .text()
        .substring(sentence.words().get(at).end(), sentence.words().get(at + 1).start());
  }

  private static void add(
      List<Chunk> chunks, Chunk.Kind kind, Sentence sentence, int first, int last, double noun) {
    var words = sentence.words().subList(first, last + 1);
    var start = words.getFirst().end() - words.getFirst().surface().length();
    var text = text(sentence, words, Math.max(start, words.getFirst().start()));
    chunks.add(new Chunk(kind, text, words.stream().filter(Word::meaningful).toList(), noun));
  }

  private static String text(Sentence sentence, List<Word> words, int start) {
    if (words.size() == 1) {
      return words.getFirst().surface();
    }
    var last = words.getLast();
    return sentence
            .text()
            .substring(words.getFirst().start(), last.start())
            .replaceFirst("^\\p{L}{1,6}['’](?=\\p{L}{2})", "")
        + last.surface();
  }
}
