package io.wireroom.library.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.wireroom.connector.Outcome;
import io.wireroom.library.Outside;
import io.wireroom.testkit.ConnectorRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("module")
class FeedConnectorTest {
  private static final String RSS = "application/rss+xml";

  private final Outside outside = new Outside();
  private final FeedConnector connector = new FeedConnector(outside.door());

  @AfterEach
  void close() {
    outside.close();
  }

  @Test
  void readsTheNewestItemsFirstUpToTheLimit() {
    outside.server().text("/feed", RSS, feed(30));

    assertThat(titles(read("/feed").done())).hasSize(20).startsWith("Item 30", "Item 29");
    assertThat(titles(read("/feed").with("limit", 2).done())).containsExactly("Item 30", "Item 29");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-29T08:00:00Z,1",
    "2026-11-29T09:00:00+01:00,1",
    "2026-11-29T08:00,1",
    "2026-11-29T08:00:00.000Z,1",
    "2026-11-29T08:00:00@Europe/Berlin,2",
    "2026-11-29T08:00:00+01:00[Europe/Berlin],2",
    "2026-11-29,2",
    "2026-12-31,0"
  })
  void takesOnlyWhatIsNewer(String since, int items) {
    outside.server().text("/feed", RSS, feed(30));

    assertThat(read("/feed").with("since", since).done().path("items")).hasSize(items);
  }

  @Test
  void keepsTheFeedsOrderWhenADateIsMissing() {
    outside
        .server()
        .text("/feed", RSS, rss(item(1, "a", "") + item(2, "b", date(5)) + item(3, "c", date(9))));

    assertThat(titles(read("/feed").with("since", "2026-11-06").done()))
        .containsExactly("Item 1", "Item 3");
  }

  @Test
  void followsAFeedThatMovedAndResolvesLinksThere() {
    outside
        .server()
        .on(
            "/old",
            r -> r.response().setStatusCode(301).putHeader("Location", "/new/feed.xml").end())
        .text("/new/feed.xml", RSS, rss("<item><title>x</title><link>story</link></item>"));

    assertThat(read("/old").done().at("/items/0/link").textValue())
        .isEqualTo(outside.url("/new/story"));
  }

  @Test
  void leavesContentOutThatWouldNotFitIntoTheRun() {
    var long1 = "&lt;p&gt;" + "word ".repeat(100_000) + "&lt;/p&gt;";
    outside
        .server()
        .text(
            "/feed",
            RSS,
            rss(
                "<item><guid>1</guid><description>"
                    + long1
                    + "</description></item>"
                    + "<item><guid>2</guid><description>"
                    + long1
                    + "</description></item>"
                    + "<item><guid>3</guid><description>short</description></item>"));

    var items = read("/feed").done().path("items");

    assertThat(items.at("/0/content").textValue()).hasSizeGreaterThan(400_000);
    assertThat(items.at("/1/content").textValue()).isEmpty();
    assertThat(items.at("/1/summary").textValue()).endsWith("word…").hasSizeLessThan(1001);
    assertThat(items.at("/2/content").textValue()).isEqualTo("short");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!doctype html><title>Hello</title>|NOT_A_FEED",
        "''|NOT_A_FEED",
        "{\"version\":\"https://jsonfeed.org/version/1.1\"}|NOT_A_FEED",
        "<rss><channel></rss>|NOT_A_FEED",
        "<?xml version='1.0'?><!DOCTYPE rss SYSTEM 'http://127.0.0.1/x.dtd'><rss/>|UNSAFE_FEED",
      })
  void endsAsTheNamedErrorWhenItIsNoFeed(String body, String code) {
    outside.server().text("/feed", RSS, body);

    assertThat(code(read("/feed").run())).isEqualTo(code);
  }

  @Test
  void opensNoFileAndNoConnectionForAnEntity() {
    outside
        .server()
        .text("/canary", "text/plain", "reached")
        .text(
            "/feed",
            RSS,
            "<!DOCTYPE rss [<!ENTITY % a SYSTEM '"
                + outside.url("/canary")
                + "'>%a;<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"
                + rss("<item><title>&b;</title></item>"));

    assertThat(code(read("/feed").run())).isEqualTo("UNSAFE_FEED");
    assertThat(outside.server().requests()).extracting(seen -> seen.path()).containsOnly("/feed");
  }

  @Test
  void endsAsTooLargeForFiftyMegabytesAndForABomb() {
    outside.server().on("/big", FeedConnectorTest::fiftyMegabytes).on("/bomb", this::bomb);

    assertThat(code(read("/big").run())).isEqualTo("TOO_LARGE");
    assertThat(code(read("/bomb").run())).isEqualTo("TOO_LARGE");
  }

  @ParameterizedTest
  @CsvSource({"404,HTTP_4XX", "410,HTTP_4XX", "500,HTTP_5XX", "204,NOT_A_FEED", "304,HTTP_3XX"})
  void endsAsTheServersRefusal(int status, String code) {
    outside.server().on("/feed", r -> r.response().setStatusCode(status).end());

    assertThat(code(read("/feed").run())).isEqualTo(code);
  }

  @Test
  void triesAgainWhenTheServerIsBusyOrAway() {
    outside.server().on("/feed", r -> r.response().setStatusCode(503).end());

    assertThat(read("/feed").run()).isInstanceOf(Outcome.TryAgain.class);
  }

  @Test
  void rejectsAnAddressThatStepsMayNotReach() {
    assertThat(code(ConnectorRun.of(connector).with("url", "http://127.0.0.1:1/feed").run()))
        .isEqualTo("ADDRESS_REFUSED");
  }

  @ParameterizedTest
  @CsvSource({"url,file:///etc/passwd", "limit,0", "limit,501", "since,yesterday"})
  void breaksOnInputThatCannotBe(String name, String value) {
    assertThat(read("/feed").with(name, value).run()).isInstanceOf(Outcome.Broken.class);
  }

  private ConnectorRun<FeedConnector.Input> read(String path) {
    return ConnectorRun.of(connector).with("url", outside.url(path));
  }

  private static String feed(int items) {
    return rss(
        IntStream.rangeClosed(1, items)
            .mapToObj(i -> item(i, "id-" + i, date(i)))
            .collect(Collectors.joining()));
  }

  private static String rss(String items) {
    return "<rss version='2.0'><channel><title>Feed</title>" + items + "</channel></rss>";
  }

  private static String item(int number, String id, String date) {
    return "<item><title>Item %d</title><guid>%s</guid>%s</item>".formatted(number, id, date);
  }

  private static String date(int day) {
    return "<pubDate>%d Nov 2026 08:00:00 GMT</pubDate>".formatted(day);
  }

  private static Iterable<String> titles(JsonNode feed) {
    return feed.path("items").findValuesAsText("title");
  }

  private static void fiftyMegabytes(HttpServerRequest request) {
    var response = request.response().setChunked(true);
    response.write("<rss version='2.0'><channel><title>");
    var chunk = Buffer.buffer("x".repeat(1_000_000));
    for (var i = 0; i < 50; i++) {
      response.write(chunk);
    }
    response.end("</title></channel></rss>");
  }

  private void bomb(HttpServerRequest request) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      var block = new byte[1_000_000];
      for (var i = 0; i < 50; i++) {
        gzip.write(block);
      }
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    request
        .response()
        .putHeader("Content-Type", RSS)
        .putHeader("Content-Encoding", "gzip")
        .end(Buffer.buffer(bytes.toByteArray()));
  }

  private static String code(Outcome outcome) {
    return outcome instanceof Outcome.Rejected(var code, var message) ? code : outcome.toString();
  }
}
