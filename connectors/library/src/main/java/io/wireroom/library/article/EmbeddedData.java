package io.wireroom.library.article;

/**
 * Pictures and fonts that are written out inside a page, as {@code data:} addresses. An article
 * names none of them, and a page may consist of little else.
 */
final class EmbeddedData {
  private static final String SCHEME = "data:";
  private static final int SHORTEST = 1_024;

  private EmbeddedData() {}

  /** The page without the long ones; the same text when it has none. */
  static String removed(String html) {
    StringBuilder left = new StringBuilder();
    var from = 0;
    for (var at = next(html, 0); at >= 0; at = next(html, at)) {
      var quote = html.charAt(at - 1);
      var end = html.indexOf(quote, at);
      if (end < 0) {
        break;
      }
      if (end - at >= SHORTEST) {
        left.append(html, from, at).append(SCHEME).append(',');
        from = end;
      }
      at = end;
    }
    return from == 0 ? html : left.append(html, from, html.length()).toString();
  }

  /** Where the next such address begins, right behind its quote; -1 for nowhere. */
  private static int next(String html, int from) {
    for (var at = html.indexOf(SCHEME, from); at >= 0; at = html.indexOf(SCHEME, at + 1)) {
      if (at > 0 && (html.charAt(at - 1) == '"' || html.charAt(at - 1) == '\'')) {
        return at;
      }
    }
    return -1;
  }
}
