package io.wireroom.engine.workflows;

import static io.wireroom.engine.testing.ApplicationFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.testing.ApplicationFixture;
import io.wireroom.testkit.ScriptedServer;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples on the whole product, with the built-in model and the feed that comes with it. */
@Tag("broker")
@ExtendWith(ApplicationFixture.Extension.class)
class WorkflowsExamplesTest {
  private static final String NOTICEBOARD = "/site/articles/courier-2026-11-17-noticeboard.html";

  static List<ExampleFolder> examples() {
    return ExampleFolder.all();
  }

  @BeforeAll
  static void publish(ApplicationFixture product) {
    for (var example : examples()) {
      var there = product.send(product.admin("/api/workflows/" + example.id()));
      if (there.statusCode() == 404) {
        product.publish(example.id(), example.text(example.id() + ".bpmn"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void giveWhatTheirFolderSays(ExampleFolder example, ApplicationFixture product) {
    var expected = example.expected(base(product));

    var result = new Reader(product).run(example, base(product));

    for (var entry : expected.properties()) {
      assertThat(result.path(entry.getKey())).as(entry.getKey()).isEqualTo(entry.getValue());
    }
  }

  @Test
  void theGalleryShowsEachWithItsDiagramAndItsInput(ApplicationFixture product) {
    var items = json(product.send(product.admin("/api/templates/gallery"))).path("items");

    assertThat(items.findValuesAsText("id"))
        .containsExactlyElementsOf(examples().stream().map(ExampleFolder::id).toList());
    assertThat(items)
        .allSatisfy(
            item -> {
              assertThat(item.path("xml").asText()).contains("bpmndi:BPMNShape");
              assertThat(item.path("exampleInput").asText()).startsWith("{");
            });
    assertThat(product.send(product.anonymous("/api/templates/gallery")).statusCode())
        .isEqualTo(401);
  }

  @Test
  void newsroomRunAgainKeepsOnePagePerEntry(ApplicationFixture product) {
    var newsroom = ExampleFolder.named("newsroom");
    run(product, newsroom);

    var published = run(product, newsroom).path("published");

    var stories = page(product, "/site/archive.html").select("main a[href*=articles/courier-]");
    assertThat(stories.eachAttr("abs:href").stream().distinct())
        .containsExactlyInAnyOrderElementsOf(addresses(product, published));
    assertThat(stories.eachAttr("abs:href")).doesNotHaveDuplicates();
  }

  @Test
  void newsroomLeavesOutAnEntryWithoutAUsableLink(ApplicationFixture product) {
    try (var feeds = ScriptedServer.start()) {
      feeds.text(
          "/feed",
          "application/rss+xml",
          """
          <rss version="2.0"><channel><title>News</title>
          <item><title>No link</title><guid isPermaLink="false">n-1</guid></item>
          <item><title>By mail</title><link>mailto:desk@example.org</link></item>
          </channel></rss>
          """);

      var result = run(product, "newsroom", "{\"feed\": \"%s\"}".formatted(feeds.uri("/feed")));

      assertThat(result.path("published")).isEmpty();
      assertThat(result.path("leftOut").findValuesAsText("title"))
          .containsExactlyInAnyOrder("No link", "By mail");
      assertThat(result.path("leftOut").findValuesAsText("reason"))
          .containsOnly("there is no address to fetch");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "\"x\"", "{\"feed\": 5}", "{\"feed\": \"\"}"})
  void newsroomRefusesACallWithoutAFeed(String body, ApplicationFixture product) {
    var answer = product.post("/hooks/newsroom", body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(json(answer).path("detail").asText())
        .contains("feed is missing. Send the address of a feed");
  }

  @Test
  void newsroomListsItsStoriesByTheFeedsDates(ApplicationFixture product) {
    run(product, ExampleFolder.named("newsroom"));

    var story = page(product, "/site/articles/courier-2026-11-21-hohenwiek.html");

    assertThat(story.select(".about time").eachText()).first().isEqualTo("21 November 2026");
  }

  @Test
  void newsroomShowsAHostileArticleAsText(ApplicationFixture product) {
    run(product, ExampleFolder.named("newsroom"));

    var page = page(product, NOTICEBOARD);

    assertThat(page.select("script, iframe, form, svg, img, object, meta[http-equiv=refresh]"))
        .isEmpty();
    assertThat(page.select("article a[href]").eachAttr("href"))
        .noneMatch(href -> href.startsWith("javascript:") || href.startsWith("data:"))
        .noneMatch(href -> href.contains("canary"));
    assertThat(page.select("article blockquote, article ul:not(.tags), article table, article h2"))
        .isEmpty();
    assertThat(page.select("article").text())
        .contains("<script>alert(\"Your cat has been found\")</script>")
        .contains("[a friendly link](javascript:alert(document.cookie))")
        .contains("# This line is not a heading");
  }

  private static JsonNode run(ApplicationFixture product, ExampleFolder example) {
    ObjectNode input = example.input(base(product));
    return run(product, example.id(), input.toString());
  }

  private static JsonNode run(ApplicationFixture product, String workflow, String input) {
    var answer = product.adminPost("/api/workflows/" + workflow + "/runs?wait=2m", input);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).path("status").asText()).isEqualTo("completed");
    return json(answer).path("result");
  }

  private static List<String> addresses(ApplicationFixture product, JsonNode published) {
    return published.findValuesAsText("url").stream().map(url -> base(product) + url).toList();
  }

  private static Document page(ApplicationFixture product, String path) {
    var answer = product.send(product.anonymous(path));
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body(), product.uri(path).toString());
  }

  private static String base(ApplicationFixture product) {
    return product.uri("").toString();
  }
}
