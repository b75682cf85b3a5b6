package io.wireroom.library.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/**
 * What every page of a site has. Pages are put together as trees, so that no text can become
 * markup.
 */
final class Frame {
  private final Document document = Document.createShell("");
  private final String root;
  private final Element main;

  /**
   * A page with its masthead.
   *
   * @param root leads from the page to the site's folder: empty, or {@code ../}
   */
  Frame(Masthead masthead, String root, String title) {
    this.root = root;
    document.outputSettings().prettyPrint(false);
    document.prependChild(new DocumentType("html", "", ""));
    document.select("html").attr("lang", "en");
    head(title.isEmpty() ? masthead.title() : title + " · " + masthead.title());
    var header = document.body().appendElement("header").addClass("masthead");
    var name = header.appendElement("p").addClass("name");
    name.appendElement("a").attr("href", root + "index.html").text(masthead.title());
    if (!masthead.tagline().isEmpty()) {
      header.appendElement("p").addClass("tagline").text(masthead.tagline());
    }
    main = document.body().appendElement("main");
    var footer = document.body().appendElement("footer");
    footer.appendElement("a").attr("href", root + "index.html").text("Front page");
    footer.appendText(" ");
    footer.appendElement("a").attr("href", root + "archive.html").text("All stories");
    footer.appendText(" ");
    footer.appendElement("span").text("Published with Wireroom");
  }

  Element main() {
    return main;
  }

  /** For search engines and previews. */
  void describe(String summary) {
    if (!summary.isBlank()) {
      document.head().appendElement("meta").attr("name", "description").attr("content", summary);
    }
  }

  /** Tags as links; nothing when there are none. */
  void tags(Element parent, List<PageTag> tags) {
    if (tags.isEmpty()) {
      return;
    }
    var list = parent.appendElement("ul").addClass("tags").attr("aria-label", "Tags");
    for (var tag : tags) {
      list.appendElement("li")
          .appendElement("a")
          .attr("href", root + SitePaths.tag(tag.slug()))
          .attr("dir", "auto")
          .text(tag.name());
      list.appendText(" ");
    }
  }

  /** A link to a story. */
  Element story(Element parent, Headline story) {
    return parent
        .appendElement("a")
        .attr("href", root + SitePaths.html(story.slug()))
        .attr("dir", "auto")
        .text(story.title());
  }

  byte[] html() {
    return (document.outerHtml() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void head(String title) {
    var head = document.head();
    head.appendElement("meta").attr("charset", "utf-8");
    head.appendElement("meta")
        .attr("name", "viewport")
        .attr("content", "width=device-width, initial-scale=1");
    head.appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
    head.appendElement("title").text(title);
    head.appendElement("link").attr("rel", "stylesheet").attr("href", root + "style.css");
    head.appendElement("link")
        .attr("rel", "icon")
        .attr("type", "image/svg+xml")
        .attr("href", root + "icon.svg");
  }

  /** An element of that class, when there is text for it. */
  static Optional<Element> line(Element parent, String tag, String style, Optional<String> text) {
    return text.filter(t -> !t.isBlank())
        .map(t -> parent.appendElement(tag).addClass(style).attr("dir", "auto").text(t));
  }
}
