package io.wireroom.library.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Attribute;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class MarkdownTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Some *text* and **more** `code`|<p>Some <em>text</em> and <strong>more</strong>"
            + " <code>code</code></p>",
        "[a](https://a.example/?b=1&c)|<p><a href=\"https://a.example/?b=1&amp;c\""
            + " rel=\"nofollow noopener\">a</a></p>",
        "![Ice](https://a.example/i.png)|<p><a href=\"https://a.example/i.png\""
            + " rel=\"nofollow noopener\">Picture: Ice</a></p>",
        "![Ice](i.png)|<p>Picture: Ice</p>",
        "![](i.png)|<p>Picture: i.png</p>",
        "[*a*](/up)|<p><em>a</em></p>",
        "# Top|<h2>Top</h2>",
        "###### Six|<h6>Six</h6>",
        "> q|<blockquote><p>q</p></blockquote>",
      })
  void writesMarkdownAsHtml(String markdown, String html) {
    assertThat(html(markdown).replaceAll("\\s*\n\\s*", "")).isEqualTo(html);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "<svg/onload=alert(1)>",
        "<iframe src='https://evil.example'></iframe>",
        "<a href='javascript:alert(1)'>x</a>",
        "<style>body{display:none}</style>",
        "<!-- --!><script>alert(1)</script>",
        "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
        "</article></main><form action=/api><button>x</button></form>",
        "<?xml version='1.0'?><![CDATA[<script>alert(1)</script>]]>",
      })
  void showsRawHtmlAsText(String markdown) {
    var body = Markdown.html(markdown, "");

    assertThat(body.select("*:not(body):not(p)")).isEmpty();
    assertThat(body.text()).contains(markdown.strip().substring(0, 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](<javascript:alert(1)>)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "[x](//evil.example/x)",
        "[x](/api/runs)",
        "[x](file:///etc/passwd)",
        "[x]\n\n[x]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
        "[![x](https://a.example/i.png)](javascript:alert(1))",
        "[x](\u0001javascript:alert(1))",
      })
  void makesNoLinkThatLeadsAnywhereButToTheWebOrMail(String markdown) {
    var body = Markdown.html(markdown, "");

    assertThat(body.select("[src], img, script")).isEmpty();
    assertThat(body.select("a[href]").eachAttr("href"))
        .allMatch(href -> href.startsWith("https://a.example/"));
  }

  @Test
  void keepsAttributesOutOfLinksAndCode() {
    var body =
        Markdown.html(
            "[x](https://a.example/ 't\" onclick=\"alert(1)')\n\n```js\" onload=\"alert(1)\nx\n```",
            "");

    assertThat(body.select("*").stream().flatMap(e -> e.attributes().asList().stream()))
        .extracting(Attribute::getKey)
        .containsOnly("href", "rel");
  }

  @Test
  void dropsAHeadingThatRepeatsTheHeadline() {
    assertThat(html("# The *same*\n\ntext").replace("\n", "")).contains("<h2>");
    assertThat(Markdown.html("# The *same*\n\ntext", "The same").select("h2")).isEmpty();
    assertThat(Markdown.html("text\n\n# The same", "The same").select("h2")).hasSize(1);
  }

  @Test
  void writesTables() {
    var body = Markdown.html("| a | b |\n|---|--:|\n| 1 | 2 |", "");

    assertThat(body.select("th").eachText()).containsExactly("a", "b");
    assertThat(body.select("td[align=right]").eachText()).containsExactly("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "- ", "*", "**a ", "[", "![", "_", "`a ", "<", "&", "| a ", "1. "})
  void survivesEndlessNesting(String piece) {
    assertThat(html(piece.repeat(40_000 / piece.length()) + "end")).contains("end");
  }

  private static String html(String markdown) {
    return Markdown.html(markdown, "").html();
  }
}
