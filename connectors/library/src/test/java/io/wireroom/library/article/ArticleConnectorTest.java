package io.wireroom.library.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.wireroom.connector.Outcome;
import io.wireroom.library.Outside;
import io.wireroom.testkit.ConnectorRun;
import java.nio.charset.Charset;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("module")
class ArticleConnectorTest {
  private static final String WORDS =
      "The ferry will stay in the harbour until the ice has gone, said the harbour master. ";
  private static final String PAGE =
      """
      <!doctype html><html lang="en_GB"><head><title>The ferry rests | The Wire</title>
      <meta name="author" content="By Ada Lovelace"><style>p{color:red}</style></head><body>
      <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
      <article><h1>The ferry rests</h1>
      <p>%1$s%1$s</p><p>Second paragraph<br>with a break. %1$s</p>
      <p><a href="more?x=1">More</a> <a href="javascript:alert(1)">no</a> %1$s
         <img src="/ice.jpg" alt="Ice" onerror="alert(1)"></p>
      <script>alert(1)</script></article>
      <aside class="sidebar">Subscribe to our letter</aside></body></html>
      """
          .formatted(WORDS);

  private final Outside outside = new Outside();
  private final ArticleConnector connector = new ArticleConnector(outside.door());

  @AfterEach
  void close() {
    outside.close();
  }

  @Test
  void takesTheArticleOutOfThePage() {
    outside.server().text("/news/ferry", "text/html; charset=utf-8", PAGE);

    var article = get("/news/ferry").done();

    assertThat(article.path("title").textValue()).isEqualTo("The ferry rests");
    assertThat(article.path("byline").textValue()).isEqualTo("Ada Lovelace");
    assertThat(article.path("language").textValue()).isEqualTo("en-GB");
    assertThat(article.path("text").textValue())
        .contains("master.\n\nSecond paragraph\nwith a break.")
        .doesNotContain("Sport", "Subscribe", "alert", "color");
    assertThat(article.path("wordCount").intValue()).isBetween(64, 80);
    assertThat(article.path("html").textValue())
        .contains("href=\"" + outside.url("/news/more?x=1") + "\"")
        .doesNotContain("script", "onerror");
    assertThat(article.at("/images/0/url").textValue()).isEqualTo(outside.url("/ice.jpg"));
    assertThat(article.at("/images/0/alt").textValue()).isEqualTo("Ice");
  }

  @Test
  void takesMarkupAtHandWithoutFetchingAnything() {
    var article =
        ConnectorRun.of(connector)
            .with("html", "<p>One &amp; two</p><p>three <a href='/x'>x</a></p>")
            .with("url", outside.url("/"))
            .done();

    assertThat(article.path("text").textValue()).isEqualTo("One & two\n\nthree x");
    assertThat(article.path("html").textValue()).contains(outside.url("/x"));
    assertThat(article.path("title").textValue()).isEmpty();
    assertThat(article.path("byline").isNull()).isTrue();
    assertThat(outside.server().requests()).isEmpty();
  }

  @Test
  void writesListsTablesAndPreformattedTextAsAPersonWould() {
    var html =
        "<p>a</p><ul><li>b</li><li><p>c</p></li></ul><table><tr><td>1</td><td>2</td></tr>"
            + "<tr><td>3</td></tr></table><pre> x\n  y</pre>";

    assertThat(ConnectorRun.of(connector).with("html", html).done().path("text").textValue())
        .isEqualTo("a\n\n- b\n- c\n\n1 2\n3\n\n x\n  y");
  }

  @ParameterizedTest
  @CsvSource({
    "text/html; charset=windows-1252,windows-1252,",
    "text/html,windows-1252,<meta charset=windows-1252>",
    "text/html,UTF-8,",
    "text/html; charset=klingon,UTF-8,",
  })
  void readsTheEncodingOfHeaderOrPage(String type, String charset, String meta) {
    var html = (meta == null ? "" : meta) + "<p>Grüße aus Köln</p>";
    outside
        .server()
        .on(
            "/umlaut",
            r ->
                r.response()
                    .putHeader("Content-Type", type)
                    .end(Buffer.buffer(html.getBytes(Charset.forName(charset)))));

    assertThat(get("/umlaut").done().path("text").textValue()).isEqualTo("Grüße aus Köln");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html|''|NO_TEXT",
        "text/html|<html><body><script>document.write('x')</script></body></html>|NO_TEXT",
        "text/html|<p> &nbsp; </p><img src=a.png>|NO_TEXT",
        "application/pdf|%PDF-1.7|NOT_A_PAGE",
        "image/png|x|NOT_A_PAGE",
        "application/json|{}|NOT_A_PAGE",
      })
  void endsAsTheNamedErrorWhenThereIsNoArticle(String type, String body, String code) {
    outside.server().text("/it", type, body);

    assertThat(code(get("/it").run())).isEqualTo(code);
  }

  @Test
  void endsAsTooLargeForAPageThatWouldTakeLongOrNotFit() {
    outside
        .server()
        .text("/bytes", "text/html", "x".repeat(5_000_001))
        .text("/elements", "text/html", "<p>x</p>".repeat(20_001))
        .text(
            "/effort",
            "text/html",
            "<div>".repeat(100) + ("<p>" + "word ".repeat(100)).repeat(800));

    assertThat(code(get("/bytes").run())).isEqualTo("TOO_LARGE");
    assertThat(code(get("/elements").run())).isEqualTo("TOO_LARGE");
    assertThat(code(get("/effort").run())).isEqualTo("TOO_LARGE");
  }

  @Test
  void takesALongTextAsItIs() {
    outside.server().text("/words", "text/html", "<p>" + "word ".repeat(150_000));

    assertThat(get("/words").run()).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void survivesMarkupThatIsNestedWithoutEnd() {
    outside.server().text("/deep", "text/html", "<div>".repeat(5_000) + "deep down");

    assertThat(get("/deep").done().path("text").textValue()).isEqualTo("deep down");
  }

  @ParameterizedTest
  @CsvSource({"404,HTTP_4XX", "500,HTTP_5XX", "304,HTTP_3XX"})
  void endsAsTheServersRefusal(int status, String code) {
    outside.server().on("/it", r -> r.response().setStatusCode(status).end());

    assertThat(code(get("/it").run())).isEqualTo(code);
  }

  @Test
  void losesTheAnswerWhenTheServerDripsPastTheTimeLimit() {
    outside.server().on("/drip", r -> r.response().setChunked(true).write("<p>"));

    assertThat(get("/drip").timeout(Duration.ofMillis(200)).run())
        .isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void followsRedirectsButNotToAnAddressThatStepsMayNotReach() {
    outside
        .server()
        .on("/a", r -> r.response().setStatusCode(302).putHeader("Location", "/b").end())
        .text("/b", "text/html", "<p>here</p>")
        .on(
            "/in",
            r ->
                r.response()
                    .setStatusCode(302)
                    .putHeader("Location", "http://127.0.0.1:1/admin")
                    .end());

    assertThat(get("/a").done().path("text").textValue()).isEqualTo("here");
    assertThat(code(get("/in").run())).isEqualTo("ADDRESS_REFUSED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mailto:desk@example.org | the address must begin with https:// or http://",
        "news/ferry.html         | the address must begin with https:// or http://",
        "https:///ferry          | the address names no host",
        "https://a:b@example.org | the address holds a user name; keep credentials in a connection",
      })
  void endsWithAnErrorForTheDiagramWhenTheAddressCannotBeUsed(String address, String reason) {
    assertThat(ConnectorRun.of(connector).with("url", address).run())
        .isEqualTo(new Outcome.Rejected("NO_ADDRESS", reason));
  }

  @Test
  void endsWithAnErrorForTheDiagramWithoutAnAddressOrMarkup() {
    assertThat(ConnectorRun.of(connector).run())
        .isEqualTo(new Outcome.Rejected("NO_ADDRESS", "there is no address to fetch"));
  }

  private ConnectorRun<ArticleConnector.Input> get(String path) {
    return ConnectorRun.of(connector).with("url", outside.url(path));
  }

  private static String code(Outcome outcome) {
    return outcome instanceof Outcome.Rejected(var code, var message) ? code : outcome.toString();
  }
}
