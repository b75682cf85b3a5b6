package io.wireroom.library;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Markup from outside, reduced to text structure, links and pictures with full addresses. */
public final class SafeHtml {
  private static final Safelist ALLOWED =
      Safelist.relaxed()
          .addTags("figure", "figcaption", "hr", "s", "del", "ins", "mark", "time", "article")
          .removeAttributes("img", "align", "height", "width")
          .removeProtocols("a", "href", "ftp")
          .addEnforcedAttribute("a", "rel", "nofollow noreferrer");

  private SafeHtml() {}

  /** Cleans {@code html}; relative links are resolved against {@code base} or dropped. */
  public static Document clean(String html, String base) {
    return clean(Jsoup.parse(html, base, Parser.htmlParser()));
  }

  /** The same for a parsed document, which keeps as it is. */
  public static Document clean(Document dirty) {
    var clean = new Cleaner(ALLOWED).clean(dirty);
    clean.outputSettings().prettyPrint(false);
    return clean;
  }

  /** The safe markup inside the body. */
  public static String inside(Document clean) {
    return clean.body().html().strip();
  }

  /** The text without any markup, on one line. */
  public static String oneLine(String html) {
    return Jsoup.parse(html).text().strip();
  }

  /** Whether a link is one that a reader may follow: the web or a mail address. */
  public static boolean isFollowable(String link) {
    var lower = link.toLowerCase(Locale.ROOT);
    return List.of("https://", "http://", "mailto:").stream().anyMatch(lower::startsWith);
  }
}
