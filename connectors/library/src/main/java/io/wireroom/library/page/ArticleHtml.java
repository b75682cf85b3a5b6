package io.wireroom.library.page;

import io.wireroom.library.Words;
import java.net.URI;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** The page of one story. */
final class ArticleHtml {
  private static final int WORDS_A_MINUTE = 220;

  private ArticleHtml() {}

  static byte[] of(Masthead masthead, StoredPage page) {
    var content = page.content();
    var frame = new Frame(masthead, "../", content.title());
    frame.describe(page.teaser());
    var article = frame.main().appendElement("article").addClass("story");
    content.language().ifPresent(tag -> article.attr("lang", tag));
    var head = article.appendElement("header");
    frame.tags(head, content.tags());
    head.appendElement("h1").attr("dir", "auto").text(content.title());
    Frame.line(head, "p", "standfirst", content.summary());
    var body = Markdown.html(content.markdown(), content.title());
    about(head, page, Words.count(body.text()));
    var text = article.appendElement("div").addClass("text").attr("dir", "auto");
    body.childNodesCopy().forEach(text::appendChild);
    for (var table : text.select("table")) {
      table.wrap("<div class=\"wide\" tabindex=\"0\"></div>");
    }
    content.source().ifPresent(source -> source(article, source));
    return frame.html();
  }

  private static void about(Element head, StoredPage page, int words) {
    var about = head.appendElement("p").addClass("about");
    page.content()
        .byline()
        .ifPresent(
            name -> {
              about.appendElement("span").addClass("byline").attr("dir", "auto").text("By " + name);
              about.appendText(" ");
            });
    Dates.day(about, page.published());
    if (!Dates.sameDay(page.published(), page.updated())) {
      about.appendText(" ");
      Dates.day(about.appendElement("span").text("Updated "), page.updated());
    }
    var minutes = Math.max(1, Math.round((float) words / WORDS_A_MINUTE));
    about.appendText(" ");
    about.appendElement("span").text(minutes + " min read");
  }

  private static void source(Element article, String address) {
    var host = URI.create(address).getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    var line = article.appendElement("p").addClass("source").text("Source: ");
    line.appendElement("a").attr("href", address).attr("rel", "nofollow noopener").text(host);
  }
}
