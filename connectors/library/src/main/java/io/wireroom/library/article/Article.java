package io.wireroom.library.article;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.library.ReadableText;
import io.wireroom.library.SafeHtml;
import io.wireroom.library.Words;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The article of a page. */
record Article(
    String title,
    Optional<String> byline,
    String text,
    String html,
    Optional<String> language,
    List<Element> images) {
  /** why: beyond it nobody reads it, and the steps after this one take long. */
  private static final int MOST_SIGNS = 20_000_000;

  private static final int LONGEST_LINE = 500;

  /** The article found; empty when the page has no text at all. */
  static Optional<Article> in(Document page) {
    var found = Extraction.of(page);
    return Optional.ofNullable(found.getArticleContent())
        .map(content -> SafeHtml.clean(alone(content, page)))
        .filter(Article::hasText)
        .or(() -> Optional.of(SafeHtml.clean(page)).filter(Article::hasText))
        .map(content -> of(page, content, found.getTitle(), found.getByline()));
  }

  // why not jsoup's: for it a no-break space is text.
  private static boolean hasText(Document content) {
    return !content.text().replace('\u00A0', ' ').isBlank();
  }

  private static Document alone(Element content, Document page) {
    var document = Document.createShell(page.baseUri());
    document.body().appendChild(content);
    document.select("aside, footer").remove();
    return document;
  }

  private static Article of(
      Document page, Document content, @Nullable String title, @Nullable String byline) {
    return new Article(
        title(page, given(title).orElse("")),
        given(byline).map(name -> name.replaceFirst("(?i)^(by|von|par|por)\\s+", "")),
        ReadableText.of(content.body()),
        SafeHtml.inside(content),
        PageLanguage.of(page),
        content.select("img[src]"));
  }

  // why: a short headline keeps the paper's name behind it, unless the page's heading tells.
  private static String title(Document page, String found) {
    return given(page.select("h1").text())
        .filter(heading -> found.isEmpty() || found.startsWith(heading))
        .orElse(found);
  }

  /** Whether it is of a size to work with. */
  boolean fits() {
    return text.length() + html.length() <= MOST_SIGNS;
  }

  ObjectNode data() {
    var data = JsonNodeFactory.instance.objectNode();
    data.put("title", title);
    data.put("byline", byline.orElse(null));
    data.put("text", text);
    data.put("html", html);
    data.put("language", language.orElse(null));
    var pictures = data.putArray("images");
    images.forEach(
        image -> pictures.addObject().put("url", image.attr("src")).put("alt", image.attr("alt")));
    data.put("wordCount", Words.count(text));
    return data;
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text)
        .map(t -> t.replaceAll("[\\s\\u00A0]+", " ").strip())
        .filter(t -> !t.isEmpty())
        .map(t -> ReadableText.beginning(t, LONGEST_LINE));
  }
}
