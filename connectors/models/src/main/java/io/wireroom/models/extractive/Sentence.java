package io.wireroom.models.extractive;

import java.util.List;

/**
 * A sentence of an article.
 *
 * @param index its place among all sentences
 * @param prose false for captions, headings, by-lines and calls to subscribe
 */
record Sentence(int index, String text, List<Word> words, boolean prose) {
  Sentence {
    words = List.copyOf(words);
  }
}
