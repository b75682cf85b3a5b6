package io.wireroom.models.extractive;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a sentence that may name a thing.
 *
 * @param text as written
 * @param words the meaningful ones
 * @param nounLike from 0 to 1: how sure it stands where a noun stands
 */
record Chunk(Kind kind, String text, List<Word> words, double nounLike) {
  /** What it looks like. */
  enum Kind {
    NAME,
    NOUN,
    PHRASE
  }

  String key() {
    return words.stream().map(Word::stem).collect(Collectors.joining(" "));
  }
}
