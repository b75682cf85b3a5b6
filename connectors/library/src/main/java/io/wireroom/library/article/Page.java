package io.wireroom.library.article;

import io.wireroom.library.Exchange;
import io.wireroom.library.MediaType;
import io.wireroom.net.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** A web page, or why it cannot be read. */
sealed interface Page {
  /** why: beyond it, finding the article takes seconds of computing. */
  int MOST_ELEMENTS = 20_000;

  long MOST_EFFORT = 30_000_000;

  /** why: an element that is nested deeper becomes a sibling; finding costs depth times size. */
  int DEEPEST = 128;

  record Html(Document document) implements Page {}

  /** A BPMN error's code and its reason. */
  record Refused(String code, String reason) implements Page {}

  /** Markup at hand; {@code url} completes its links, empty for none. */
  static Page of(String html, String url) {
    return bounded(Jsoup.parse(EmbeddedData.removed(html), url, bounded()));
  }

  static Page of(Answer.Response response) {
    var type = MediaType.of(response);
    if (!type.name().matches("|text/html|application/xhtml\\+xml|text/plain")) {
      return new Refused(ArticleConnector.NOT_A_PAGE, "this is " + type.name() + ", not a page");
    }
    try (var bytes = new ByteArrayInputStream(response.body())) {
      return bounded(
          Jsoup.parse(bytes, name(type.charset()), response.url().toString(), bounded()));
    } catch (IOException e) {
      throw new UncheckedIOException("reading bytes in memory", e);
    }
  }

  private static Parser bounded() {
    return Parser.htmlParser().setMaxDepth(DEEPEST);
  }

  private static Page bounded(Document document) {
    var size = new Size();
    document.traverse(size);
    if (size.elements > MOST_ELEMENTS) {
      return new Refused(
          Exchange.TOO_LARGE, "the page has more than " + MOST_ELEMENTS + " elements");
    }
    return size.effort > MOST_EFFORT
        ? new Refused(Exchange.TOO_LARGE, "the page has too much text, nested too deep")
        : new Html(document);
  }

  // null is jsoup's word for: the byte order mark or the page's own meta element decides.
  private static @Nullable String name(Optional<Charset> charset) {
    return charset.map(Charset::name).orElse(null);
  }

  /** What the search would cost: each text is read once for every element around it. */
  final class Size implements NodeVisitor {
    private int elements;
    private long effort;

    @Override
    public void head(Node node, int depth) {
      switch (node) {
        case Element element -> elements++;
        case TextNode text -> effort += (long) text.getWholeText().length() * depth;
        default -> {}
      }
    }
  }
}
