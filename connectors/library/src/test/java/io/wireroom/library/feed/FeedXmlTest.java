package io.wireroom.library.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.net.Answer;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class FeedXmlTest {
  private static final URI FEED = URI.create("https://news.example/section/feed.xml");

  @ParameterizedTest
  @CsvSource({
    "application/xml, , UTF-8",
    "text/xml, , UTF-8",
    "application/rss+xml; charset=ISO-8859-1, , ISO-8859-1",
    "text/xml; charset=windows-1252, , windows-1252",
    "application/xml, ISO-8859-15, ISO-8859-15",
    "text/plain, ISO-8859-1, ISO-8859-1",
    "text/html; charset=utf-8, , UTF-8",
    "application/octet-stream, windows-1251, windows-1251",
    "application/xml, UTF-16, UTF-16",
    "application/xml; charset=nonsense, , UTF-8",
  })
  void readsTheEncodingOfMarkHeaderOrDeclaration(String header, String declared, String real) {
    var title = real.equals("windows-1251") ? "Привет" : "Über Gebühr";
    var declaration = declared == null ? "" : "<?xml version='1.0' encoding='" + declared + "'?>";
    var xml =
        declaration + "<rss version='2.0'><channel><title>" + title + "</title></channel></rss>";

    var feed = read(header, xml.getBytes(Charset.forName(real)));

    assertThat(feed.path("title").textValue()).isEqualTo(title);
  }

  @Test
  void takesTheByteOrderMarkOverTheHeader() {
    var xml = "\uFEFF<rss version='2.0'><channel><title>Über</title></channel></rss>";

    var feed = read("text/xml; charset=iso-8859-1", xml.getBytes(StandardCharsets.UTF_8));

    assertThat(feed.path("title").textValue()).isEqualTo("Über");
  }

  @Test
  void readsRssWithItsManners() {
    var feed =
        read(
            """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                 xmlns:dc="http://purl.org/dc/elements/1.1/">
             <channel><title>Caf&eacute; &amp;amp; Co&nbsp;KG</title><link>https://site.example/</link>
              <item><title>Old</title><guid isPermaLink="false">a-1</guid><link>one.html</link>
               <pubDate>Mon, 02 Nov 2026 08:00:00 +0100</pubDate>
               <description>&lt;p&gt;Short &lt;b&gt;text&lt;/b&gt;&lt;/p&gt;</description>
               <content:encoded><![CDATA[<p onclick="x()">Long <a href="/two">text</a>
                 <script>alert(1)</script><img src="javascript:alert(1)"></p>]]></content:encoded>
               <dc:creator>Ada Lovelace</dc:creator></item>
              <item><title>New</title><link>https://site.example/new</link>
               <pubDate>Tue, 03 Nov 2026 08:00:00 GMT</pubDate></item>
              <item><title>New again</title><link>https://site.example/new</link>
               <pubDate>Tue, 03 Nov 2026 09:00:00 GMT</pubDate></item>
             </channel></rss>
            """);

    assertThat(feed.path("title").textValue()).isEqualTo("Café & Co KG");
    assertThat(feed.path("items")).hasSize(2);
    var newest = feed.at("/items/0");
    assertThat(newest.path("id").textValue()).isEqualTo("https://site.example/new");
    assertThat(newest.path("summary").textValue()).isEmpty();
    assertThat(newest.path("author").isNull()).isTrue();
    var old = feed.at("/items/1");
    assertThat(old.path("id").textValue()).isEqualTo("a-1");
    assertThat(old.path("link").textValue()).isEqualTo("https://site.example/one.html");
    assertThat(old.path("published").textValue()).isEqualTo("2026-11-02T07:00:00.000Z");
    assertThat(old.path("summary").textValue()).isEqualTo("Short text");
    assertThat(old.path("author").textValue()).isEqualTo("Ada Lovelace");
    assertThat(old.path("content").textValue())
        .contains("href=\"https://site.example/two\"")
        .doesNotContain("script", "onclick");
  }

  @Test
  void readsAtomWithItsBaseAndItsTextTypes() {
    var feed =
        read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://atom.example/blog/">
             <title type="html">&lt;b&gt;Bold&lt;/b&gt; news</title>
             <entry><id>urn:1</id><title>1 &lt; 2 &amp;amp; so on</title><link href="posts/1"/>
              <updated>2026-11-03T10:00:00.123Z</updated><author><name>Grace</name></author>
              <summary type="text">a &lt;b&gt; tag</summary>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Hi</p></div></content>
             </entry>
            </feed>
            """);

    assertThat(feed.path("title").textValue()).isEqualTo("Bold news");
    var item = feed.at("/items/0");
    assertThat(item.path("link").textValue()).isEqualTo("https://atom.example/blog/posts/1");
    assertThat(item.path("summary").textValue()).isEqualTo("a <b> tag");
    assertThat(item.path("content").textValue()).contains("<p>Hi</p>");
    assertThat(item.path("published").textValue()).isEqualTo("2026-11-03T10:00:00.123Z");
    assertThat(item.path("author").textValue()).isEqualTo("Grace");
  }

  @Test
  void readsRdf() {
    var feed =
        read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                     xmlns="http://purl.org/rss/1.0/">
             <channel rdf:about="https://rdf.example/"><title>RDF</title></channel>
             <item rdf:about="https://rdf.example/1"><title>One</title>
              <link>https://rdf.example/1</link><description>Text</description></item>
            </rdf:RDF>
            """);

    assertThat(feed.at("/items/0/id").textValue()).isEqualTo("https://rdf.example/1");
    assertThat(feed.at("/items/0/content").textValue()).isEqualTo("Text");
  }

  @Test
  void dropsLinksThatAreNotOnTheWebAndPasswordsInThem() {
    var feed =
        read(
            """
            <rss version="2.0"><channel><title>x</title>
             <item><guid isPermaLink="false">1</guid><link>javascript:alert(1)</link></item>
             <item><guid isPermaLink="false">2</guid><link>file:///etc/passwd</link></item>
             <item><guid isPermaLink="false">3</guid><link>https://me:pw@site.example/</link></item>
             <item><guid isPermaLink="false">4</guid><link>?p=4</link></item>
            </channel></rss>
            """);

    assertThat(feed.path("items").findValues("link").stream().map(JsonNode::asText))
        .containsExactly(
            "null", "null", "https://site.example/", "https://news.example/section/feed.xml?p=4");
  }

  @Test
  void givesItemsWithoutAnyIdTheSameIdEachTime() {
    var xml = "<rss version='2.0'><channel><item><title>A</title></item></channel></rss>";

    assertThat(read(xml).at("/items/0/id")).isEqualTo(read(xml).at("/items/0/id"));
    assertThat(read(xml).at("/items/0/id").textValue()).startsWith("sha256:");
  }

  @Test
  void refusesADoctypeWhateverItDeclares() {
    var bomb = "<?xml version='1.0'?><!-- hi --><!DOCTYPE rss [<!ENTITY a 'x'>]><rss>&a;</rss>";

    assertThat(parse(bomb)).isEqualTo(new FeedXml.Refused("UNSAFE_FEED", "the feed has a DOCTYPE"));
  }

  @Test
  void refusesADoctypeThatHidesBehindALaterElement() {
    assertThat(code(parse("<rss version='2.0'><!DOCTYPE rss [<!ENTITY a 'x'>]>&a;</rss>")))
        .isEqualTo("NOT_A_FEED");
  }

  @Test
  void refusesXmlThatIsTooDeepOrTooMuch() {
    var deep = "<rss version='2.0'>" + "<a>".repeat(5000) + "</a>".repeat(5000) + "</rss>";
    var many = "<rss version='2.0'>" + "<a/>".repeat(200_001) + "</rss>";

    assertThat(code(parse(deep))).isEqualTo("UNSAFE_FEED");
    assertThat(code(parse(many))).isEqualTo("UNSAFE_FEED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|empty",
        "'   \n '|empty",
        "<!doctype html><html></html>|web page",
        "<!-- x --><HTML><body>|web page",
        "{\"items\":[]}|not XML",
        "<rss><channel>|broken XML",
        "<opml version='1.0'/>|neither RSS nor Atom",
      })
  void saysWhyItIsNotAFeed(String text, String reason) {
    assertThat(parse(text))
        .isInstanceOfSatisfying(
            FeedXml.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("NOT_A_FEED");
              assertThat(refused.reason()).contains(reason);
            });
  }

  private static String code(FeedXml parsed) {
    return parsed instanceof FeedXml.Refused(var code, var reason) ? code : "none";
  }

  private static FeedXml parse(String text) {
    return parse("application/xml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static FeedXml parse(String type, byte[] body) {
    return FeedXml.parse(
        new Answer.Response(200, List.of(Map.entry("content-type", type)), body, FEED));
  }

  private static JsonNode read(String text) {
    return read("application/xml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode read(String type, byte[] body) {
    var parsed = parse(type, body);
    assertThat(parsed).isInstanceOf(FeedXml.Feed.class);
    return new FeedItems(((FeedXml.Feed) parsed).feed(), FEED).together(20, Instant.MIN);
  }
}
