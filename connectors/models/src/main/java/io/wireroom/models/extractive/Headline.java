package io.wireroom.models.extractive;

import java.util.regex.Pattern;

/** A headline, from a page's title or from a sentence. */
final class Headline {
  private static final Pattern SITE = Pattern.compile("\\s+[|•·]\\s+[^|•·]{1,40}$");
  private static final Pattern SITE_DASHED = Pattern.compile("\\s+[-–—]\\s+\\p{Lu}[^-–—]{1,30}$");
  private static final Pattern PARENTHESES = Pattern.compile("\\s*\\([^)]*\\)");
  private static final Pattern LEAD_IN = Pattern.compile("^[^,]{3,40},\\s+(?=\\p{L})");
  private static final Pattern CLAUSE = Pattern.compile("[,;:–—]\\s+\\S.*$| - \\S.*$");
  private static final Pattern END = Pattern.compile("[.\\s]+$");

  private Headline() {}

  /** Without the name of the site behind a bar or a dash. */
  static String cleaned(String title) {
    var bare = SITE.matcher(title.strip()).replaceFirst("");
    var dashed = SITE_DASHED.matcher(bare).replaceFirst("");
    return Article.words(dashed) >= 4 ? dashed : bare;
  }

  /** The main clause of a sentence, if it fits; otherwise its beginning. */
  static String from(String sentence, int characters) {
    var text = END.matcher(PARENTHESES.matcher(sentence).replaceAll("")).replaceFirst("");
    if (text.length() <= characters) {
      return text;
    }
    var main = capital(LEAD_IN.matcher(text).replaceFirst(""));
    if (main.length() <= characters && Article.words(main) >= 4) {
      return main;
    }
    var rest = main;
    while (rest.length() > characters && CLAUSE.matcher(rest).find()) {
      rest = lastClauseOff(rest);
    }
    return rest.length() <= characters && Article.words(rest) >= 4
        ? rest
        : Shortened.to(characters, text);
  }

  private static String lastClauseOff(String text) {
    int cut =
        Math.max(text.lastIndexOf(", "), Math.max(text.lastIndexOf("; "), text.lastIndexOf(": ")));
    cut = Math.max(cut, Math.max(text.lastIndexOf(" – "), text.lastIndexOf(" — ")));
    cut = Math.max(cut, text.lastIndexOf(" - "));
    return cut < 0 ? "" : text.substring(0, cut).strip();
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
