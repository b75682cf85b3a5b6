package io.wireroom.engine.trigger.feed;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.engine.testing.ApplicationFixture;
import io.wireroom.engine.trigger.StartDiagrams;
import io.wireroom.testkit.ScriptedServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class FeedStartTest {
  private final ScriptedServer server = ScriptedServer.start();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void startsOneRunPerNewEntry(ApplicationFixture product) {
    server.text("/feed", "application/rss+xml", FeedTexts.rss("old"));
    product.publish("feed-new", StartDiagrams.feed("feed-new", url("/feed"), ""));
    untilRead(product, "feed-new");
    server.text("/feed", "application/rss+xml", FeedTexts.rss("newer", "new", "old"));

    var first = poll(product, "feed-new");
    var again = poll(product, "feed-new");

    assertThat(json(first).path("newEntries").asInt()).as(first.body()).isEqualTo(2);
    assertThat(json(again).path("newEntries").asInt()).isZero();
    assertThat(titles(product, "feed-new", 2)).containsExactlyInAnyOrder("new", "newer");
  }

  @Test
  void startsRunsForTheOldEntriesWhenItIsAskedTo(ApplicationFixture product) {
    server.text("/feed", "application/rss+xml", FeedTexts.rss("b", "a"));
    var all = "<zeebe:property name=\"inbound.initial\" value=\"all\" />";

    product.publish("feed-all", StartDiagrams.feed("feed-all", url("/feed"), all));

    assertThat(titles(product, "feed-all", 2)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void keepsItsPlaceOverVersions(ApplicationFixture product) {
    server.text("/feed", "application/rss+xml", FeedTexts.rss("old"));
    product.publish("feed-kept", StartDiagrams.feed("feed-kept", url("/feed"), ""));
    untilRead(product, "feed-kept");
    var changed = "<zeebe:property name=\"inbound.interval\" value=\"1h\" />";
    server.text("/feed", "application/rss+xml", FeedTexts.rss("between", "old"));

    product.publish("feed-kept", StartDiagrams.feed("feed-kept", url("/feed"), changed));
    poll(product, "feed-kept");

    assertThat(titles(product, "feed-kept", 1)).containsExactly("between");
    assertThat(trigger(product, "feed-kept").path("interval").asText()).isEqualTo("PT1H");
  }

  @Test
  void saysInWordsWhyAFeedCannotBeRead(ApplicationFixture product) {
    server.text("/page", "text/html", "<!doctype html><html><body>Hello</body></html>");
    product.publish("feed-page", StartDiagrams.feed("feed-page", url("/page"), ""));
    untilRead(product, "feed-page");

    var trigger = trigger(product, "feed-page");

    assertThat(trigger.path("kind").asText()).isEqualTo("feed");
    assertThat(trigger.path("lastError").asText()).contains("web page");
    assertThat(trigger.path("nextPollAt").asText()).isNotEmpty();
  }

  @Test
  void isRefusedWithAnAddressOrAnIntervalThatCannotBe(ApplicationFixture product) {
    var often = "<zeebe:property name=\"inbound.interval\" value=\"10s\" />";
    product.saveDraft("feed-wrong", StartDiagrams.feed("feed-wrong", "ftp://x", often));

    var published = product.adminPost("/api/workflows/feed-wrong/publish", "");

    assertThat(published.statusCode()).isEqualTo(422);
    assertThat(published.body()).contains("https://", "from 1m to 7d");
  }

  @Test
  void isPolledOnDemandOnlyWhereThereIsOne(ApplicationFixture product) {
    assertThat(poll(product, "no-such-feed").statusCode()).isEqualTo(404);
  }

  private String url(String path) {
    return server.uri(path).toString();
  }

  private static HttpResponse<String> poll(ApplicationFixture product, String workflow) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> product.adminPost("/api/workflows/" + workflow + "/feeds/start/poll", ""),
            answer -> answer.statusCode() != 409);
  }

  private static JsonNode trigger(ApplicationFixture product, String workflow) {
    return json(product.send(product.admin("/api/workflows/" + workflow))).path("triggers").path(0);
  }

  private static void untilRead(ApplicationFixture product, String workflow) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> trigger(product, workflow).has("lastPolledAt"));
  }

  private static List<String> titles(ApplicationFixture product, String workflow, int runs) {
    var items =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () ->
                    json(product.send(product.admin("/api/runs?workflow=" + workflow)))
                        .path("items"),
                found ->
                    found.size() >= runs
                        && found.valueStream().noneMatch(run -> run.path("endedAt").isNull()));
    return items
        .valueStream()
        .map(run -> product.send(product.admin("/api/runs/" + run.path("key").asText())))
        .map(run -> json(run).path("variables").path("title").asText())
        .toList();
  }
}
