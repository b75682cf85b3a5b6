package io.wireroom.library.page;

import java.util.List;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Markdown from outside as safe HTML: raw HTML shows as text, pictures and odd links as words. */
final class Markdown {
  private static final List<Extension> TABLES = List.of(TablesExtension.create());

  /** why bounds: rendering is recursive, and a deep page would end in a stack overflow. */
  private static final Parser PARSER =
      Parser.builder().extensions(TABLES).maxOpenBlockParsers(50).maxInlineNesting(50).build();

  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .extensions(TABLES)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .nodeRendererFactory(WebLinks::new)
          .build();
  private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

  /** What the renderer can produce, and nothing else: the second lock. */
  private static final Safelist ALLOWED =
      new Safelist()
          .addTags("p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li")
          .addTags("h2", "h3", "h4", "h5", "h6", "a", "table", "thead", "tbody", "tr", "th", "td")
          .addAttributes("a", "href", "title", "rel")
          .addAttributes("ol", "start")
          .addAttributes("th", "align")
          .addAttributes("td", "align")
          .addProtocols("a", "href", "http", "https", "mailto");

  private Markdown() {}

  /** The text under the headline, one level of headings lower; a repeated headline is dropped. */
  static Element html(String markdown, String title) {
    var text = PARSER.parse(markdown);
    lower(text);
    if (text.getFirstChild() instanceof Heading first && words(first).equals(title)) {
      first.unlink();
    }
    var dirty = Document.createShell("");
    dirty.body().html(HTML.render(text));
    return new Cleaner(ALLOWED).clean(dirty).body();
  }

  /** The first paragraph's words; empty when there is none. */
  static String firstWords(Element html) {
    return Optional.ofNullable(html.selectFirst("p")).map(Element::text).orElse("");
  }

  private static void lower(Node text) {
    text.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            heading.setLevel(Math.min(6, heading.getLevel() + 1));
          }
        });
  }

  private static String words(Node node) {
    return TEXT.render(node).strip();
  }
}
