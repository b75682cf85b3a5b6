package io.wireroom.library.article;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/** The language that a page names, as a BCP 47 tag. */
final class PageLanguage {
  private PageLanguage() {}

  static Optional<String> of(Document page) {
    return Stream.of(
            page.select("html").attr("lang"),
            page.select("html").attr("xml:lang"),
            page.select("meta[http-equiv=content-language]").attr("content"),
            page.select("meta[property=og:locale]").attr("content"),
            page.select("article").attr("lang"))
        .map(named -> Locale.forLanguageTag(named.strip().replace('_', '-')).toLanguageTag())
        .filter(tag -> !tag.equals("und"))
        .findFirst();
  }
}
