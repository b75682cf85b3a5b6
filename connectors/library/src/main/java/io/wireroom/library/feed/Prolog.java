package io.wireroom.library.feed;

import java.util.Locale;

/** What a text is, by what stands before its first element. */
enum Prolog {
  NOTHING,
  WEB_PAGE,
  OTHER,
  DOCTYPE,
  XML;

  static Prolog of(String text) {
    var start = skip(text);
    if (start >= text.length()) {
      return NOTHING;
    }
    var head = text.substring(start, Math.min(text.length(), start + 40)).toLowerCase(Locale.ROOT);
    if (head.startsWith("<!doctype")) {
      return head.matches("(?s)<!doctype\\s+html.*") ? WEB_PAGE : DOCTYPE;
    }
    if (head.matches("(?s)<(html|head|body)[\\s>].*")) {
      return WEB_PAGE;
    }
    return head.startsWith("<") ? XML : OTHER;
  }

  private static int skip(String text) {
    var at = 0;
    while (at < text.length()) {
      var c = text.charAt(at);
      if (Character.isWhitespace(c) || c == '\uFEFF' || c == 0) {
        at++;
      } else if (text.startsWith("<?", at)) {
        at = after(text, "?>", at);
      } else if (text.startsWith("<!--", at)) {
        at = after(text, "-->", at);
      } else {
        break;
      }
    }
    return at;
  }

  private static int after(String text, String end, int from) {
    var found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }
}
