package io.wireroom.models.extractive;

/**
 * A word as it stands in a sentence.
 *
 * @param stem brings its forms together
 * @param surface as written, without elided articles and possessive s
 * @param start where it begins in the sentence
 * @param end behind its last letter
 * @param meaningful false for glue
 */
record Word(String stem, String surface, int start, int end, boolean meaningful) {
  boolean capital() {
    return Character.isUpperCase(surface.codePointAt(0));
  }

  String lower() {
    return surface.toLowerCase(java.util.Locale.ROOT);
  }
}
