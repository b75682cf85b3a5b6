package io.wireroom.models.extractive;

/** Cuts at a word's end and says so with an ellipsis. */
final class Shortened {
  private Shortened() {}

  static String to(int characters, String text) {
    if (text.length() <= characters) {
      return text;
    }
    if (characters < 2) {
      return text.substring(0, Math.max(0, characters));
    }
    var cut = text.substring(0, characters - 1);
    var space = cut.lastIndexOf(' ');
    var words = space > characters / 2 ? cut.substring(0, space) : cut;
    return words.replaceAll("[\\s,;:–—-]+$", "") + "…";
  }
}
