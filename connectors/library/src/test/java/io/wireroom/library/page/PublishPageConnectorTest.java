package io.wireroom.library.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.connector.Outcome;
import io.wireroom.testkit.ConnectorRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("module")
class PublishPageConnectorTest {
  private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");

  @TempDir private Path root;
  private PublishPageConnector connector;

  @BeforeEach
  void open() {
    connector = at(MORNING);
  }

  @AfterEach
  void close() {
    connector.close();
  }

  @Test
  void putsAStoryOnTheSite() {
    var page =
        story("ferry", "The ferry rests")
            .with("summary", "Ice keeps it in.")
            .with("byline", "Ada")
            .with("source", "https://www.wire.example/a")
            .with("language", "en_gb")
            .with("tags", List.of("Ships", "Ice"))
            .done();

    assertThat(page.path("url").textValue()).isEqualTo("/site/articles/ferry.html");
    assertThat(page.path("path").textValue()).isEqualTo("articles/ferry.html");
    var html = read("articles/ferry.html");
    assertThat(html.title()).isEqualTo("The ferry rests · The Wire Room");
    assertThat(html.select("h1").text()).isEqualTo("The ferry rests");
    assertThat(html.select(".standfirst").text()).isEqualTo("Ice keeps it in.");
    assertThat(html.select(".about").text()).isEqualTo("By Ada 23 November 2026 1 min read");
    assertThat(html.select(".source a").text()).isEqualTo("wire.example");
    assertThat(html.select("article").attr("lang")).isEqualTo("en-GB");
    assertThat(read("index.html").select(".lead").text())
        .isEqualTo("The ferry rests Ice keeps it in. 23 November 2026 Ships Ice");
    assertThat(read("tags/ice.html").select("h2").eachText()).containsExactly("The ferry rests");
    assertThat(read("archive.html").select("li").text()).contains("The ferry rests");
  }

  @Test
  void namesTheTopicsThatStoriesShareTheMostUsedFirst() {
    story("one", "One").with("tags", List.of("Auftrag", "water", "Castle Heath")).done();
    story("two", "Two").with("tags", List.of("Bahn", "Water", "Castle Heath")).done();
    story("three", "Three").with("tags", List.of("bibliothèque", "WATER")).done();

    assertThat(read("index.html").select(".topics li").eachText())
        .containsExactly("Water", "Castle Heath");
  }

  @Test
  void namesAFewTopicsWhereStoriesShareNone() {
    var tags = IntStream.range(0, 12).mapToObj(i -> "Tag " + (char) ('a' + i)).toList();
    story("one", "One").with("tags", tags).done();

    assertThat(read("index.html").select(".topics li").eachText())
        .containsExactlyElementsOf(tags.subList(0, 8));
  }

  @ParameterizedTest
  @CsvSource({
    "'The harbour has its bridge again, after all those years without one. ', 'without one.'",
    "'It was Dr. Solberg who measured it, and the whole town who paid for it. ', 'for it.'",
    "'It was measured, and opened again, and paid for by the town, by Dr. Solberg, ', '…'",
    "'', '…'"
  })
  void endsATeaserWithASentenceWhereOneFits(String sentence, String end) {
    var rest = "And a quarrel that ".repeat(20) + "ended.";

    story("one", "One").with("summary", sentence + rest).done();

    assertThat(read("index.html").select(".teaser").text()).endsWith(end).hasSizeLessThan(281);
  }

  @Test
  void linksOnlyToWhatIsThere() throws IOException {
    publishThree();

    try (var files = Files.walk(root)) {
      for (var file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        var html = Jsoup.parse(file);
        for (var link : html.select("a[href], link[href]")) {
          assertThat(file.resolveSibling(link.attr("href")).normalize()).exists();
        }
      }
    }
  }

  @Test
  void replacesAPageAndKeepsItsFirstDay() {
    publishThree();
    connector.close();
    connector = at(MORNING.plus(Duration.ofDays(2)));

    story("one", "One, corrected").with("tags", "c").done();

    assertThat(headlines("index.html")).containsExactly("Three", "Two", "One, corrected");
    assertThat(read("articles/one.html").select(".about time").eachText())
        .containsExactly("23 November 2026", "25 November 2026");
    assertThat(headlines("tags/a.html")).containsExactly("Two");
    assertThat(headlines("tags/c.html")).containsExactly("Three", "One, corrected");
    assertThat(root.resolve("tags/b.html")).doesNotExist();
  }

  @Test
  void showsAndOrdersStoriesByTheDateThatTheyBring() {
    story("old", "Old").with("published", "2026-11-20T07:30:00.000Z").done();
    story("new", "New").with("published", "2026-11-21").done();
    story("oldest", "Oldest").with("published", "2026-11-19T23:00:00+01:00").done();
    story("to-come", "To come").with("published", "2027-01-01").done();

    assertThat(headlines("index.html")).containsExactly("To come", "New", "Old", "Oldest");
    assertThat(read("articles/old.html").select(".about time").eachText())
        .containsExactly("20 November 2026");
    assertThat(read("articles/to-come.html").select(".about time").eachText())
        .containsExactly("23 November 2026");
  }

  @Test
  void changesNothingWhenTheSameStepRunsAgain() throws IOException {
    publishThree();
    var before = everything();
    connector.close();
    connector = at(MORNING.plus(Duration.ofDays(2)));

    publishOne();

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void publishesManyAtOnceWithoutLosingAny() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var done =
          IntStream.range(0, 60)
              .mapToObj(
                  i -> threads.submit(() -> story("s-" + i, "S " + i).with("tags", "t").done()))
              .toList();

      assertThat(done).allSatisfy(one -> assertThat(one.get()).isNotNull());
    }

    assertThat(headlines("tags/t.html")).hasSize(60);
    assertThat(headlines("index.html")).hasSize(40);
    assertThat(read("archive.html").select("li")).hasSize(60);
    assertThat(read("index.html").select(".more").text()).isEqualTo("All 60 stories");
  }

  @Test
  void mendsAtTheNextStartWhatACrashLeftBehind() throws IOException {
    publishThree();
    connector.close();
    Files.delete(root.resolve("index.html"));
    Files.delete(root.resolve("tags/a.html"));
    Files.delete(root.resolve("articles/one.html"));
    Files.writeString(root.resolve(".staging/articles~two.html"), "half a pa");
    Files.writeString(root.resolve("articles/damaged.json"), "{\"slug\":");
    Files.writeString(root.resolve("articles/evil.json"), "{\"slug\":\"../../evil\"}");
    connector = at(MORNING);

    connector.close();

    assertThat(headlines("index.html")).containsExactly("Three", "Two", "One");
    assertThat(headlines("tags/a.html")).containsExactly("Two", "One");
    assertThat(read("articles/one.html").select("h1").text()).isEqualTo("One");
    assertThat(root.resolve(".staging")).isEmptyDirectory();
  }

  @Test
  void keepsSitesApart() throws IOException {
    story("one", "One").with("site", "harbour-daily").with("tags", "x").done();
    Files.writeString(root.resolve("harbour-daily/site.json"), "{\"tagline\":\"Since <1871>\"}");
    connector.close();
    connector = at(MORNING);
    Files.createDirectories(root.resolve("Not Ours/articles"));
    var page = story("two", "Two").with("site", "harbour-daily").done();
    story("main", "Main").done();

    assertThat(page.path("url").textValue()).isEqualTo("/site/harbour-daily/articles/two.html");
    assertThat(read("harbour-daily/index.html").select(".masthead").text())
        .isEqualTo("Harbour Daily Since <1871>");
    assertThat(read("harbour-daily/articles/one.html").select(".tagline").text())
        .isEqualTo("Since <1871>");
    assertThat(headlines("index.html")).containsExactly("Main");
  }

  @Test
  void makesANameFromTheHeadline() {
    assertThat(url(page("Über Größe & Maß: “the end”?"))).isEqualTo("uber-grosse-and-mass-the-end");
    assertThat(url(page("Index"))).isEqualTo("index-1");
    assertThat(url(page("新闻"))).startsWith("x-").isEqualTo(url(page("新闻")));
    assertThat(url(page("../../etc/passwd"))).isEqualTo("etc-passwd");
    assertThat(url(page("word ".repeat(40)))).hasSizeLessThan(81).endsWith("word");
  }

  @Test
  void keepsAStoryOfAnotherSourceFromReplacingAPage() {
    var first = page("Morning briefing").with("source", "https://a.example/1?utm=x");
    var second = page("Morning briefing").with("source", "https://b.example/1");

    assertThat(url(first)).isEqualTo("morning-briefing");
    assertThat(url(second)).startsWith("morning-briefing-").isEqualTo(url(second));
    assertThat(url(page("Morning briefing").with("source", "http://a.example/1/")))
        .isEqualTo("morning-briefing");
    assertThat(second.with("slug", "morning-briefing").run())
        .isInstanceOfSatisfying(
            Outcome.Rejected.class, no -> assertThat(no.code()).isEqualTo("ADDRESS_TAKEN"));
    assertThat(headlines("index.html")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../up",
        "a/b",
        "a\\b",
        "/etc/passwd",
        "..",
        ".",
        "a..b",
        ".hidden",
        "UPPER",
        "ümlaut",
        "a_b",
        "-a",
        "a-",
        "a--b",
        "con",
        "nul",
        "com1",
        "lpt9",
        "index",
        "a b",
        "a%2fb",
        "a\u0000",
        "a.html",
        "ａ"
      })
  void breaksOnAnyNameThatIsNotPlain(String name) throws IOException {
    assertThat(story(name, "T").run()).isInstanceOf(Outcome.Broken.class);
    assertThat(story("ok", "T").with("site", name).run()).isInstanceOf(Outcome.Broken.class);
    connector.close();
    assertThat(root.resolve("articles")).isEmptyDirectory();
    assertThat(root.resolve("tags")).isEmptyDirectory();
    assertThat(root).isDirectoryNotContaining(file -> file.getFileName().toString().equals(name));
  }

  @ParameterizedTest
  @CsvSource({
    "title,' \u202E\u0007 ',no letters",
    "source,javascript:alert(1),must begin with https",
    "language,not a language,not a language",
    "tags,5,must be a list",
    "markdown,'',markdown is required"
  })
  void breaksWithASentenceOnInputThatCannotBe(String name, String value, String sentence) {
    var given = name.equals("tags") ? (Object) 5 : value;

    assertThat(story("x", "T").with(name, given).run())
        .isInstanceOfSatisfying(
            Outcome.Broken.class, broken -> assertThat(broken.reason()).contains(sentence));
  }

  @Test
  void breaksOnANameOrTextThatIsTooLong() {
    assertThat(story("a".repeat(201), "T").run()).isInstanceOf(Outcome.Broken.class);
    assertThat(story("a".repeat(200), "T").run()).isInstanceOf(Outcome.Done.class);
    assertThat(page("T").with("markdown", "x".repeat(500_001)).run())
        .isInstanceOf(Outcome.Broken.class);
  }

  @Test
  void hasAFrontPageBeforeTheFirstStory() {
    connector.close();

    assertThat(read("index.html").select("main").text()).isEqualTo("Nothing is published yet.");
  }

  @Test
  void triesAgainWhenTheFolderCannotBeWritten() throws IOException {
    connector.close();
    Files.delete(root.resolve("articles"));
    Files.writeString(root.resolve("articles"), "a file where a folder should be");
    connector = at(MORNING);

    assertThat(page("T").run()).isInstanceOf(Outcome.TryAgain.class);

    Files.delete(root.resolve("articles"));
    assertThat(page("T").run()).isInstanceOf(Outcome.Done.class);
  }

  private void publishThree() {
    publishOne();
    story("two", "Two").with("tags", "a").done();
    story("three", "Three").with("tags", List.of("C")).done();
    connector.close();
    connector = at(MORNING);
  }

  private void publishOne() {
    connector.close();
    connector = at(MORNING.minus(Duration.ofHours(1)));
    story("one", "One").with("tags", "a, b").done();
    connector.close();
    connector = at(MORNING);
  }

  private PublishPageConnector at(Instant time) {
    return PublishPageConnector.open(root, Clock.fixed(time, ZoneOffset.UTC));
  }

  private ConnectorRun<PublishPageConnector.Input> story(String slug, String title) {
    return page(title).with("slug", slug);
  }

  private ConnectorRun<PublishPageConnector.Input> page(String title) {
    return ConnectorRun.of(connector).with("title", title).with("markdown", "Some *text*.");
  }

  private static String url(ConnectorRun<PublishPageConnector.Input> run) {
    JsonNode page = run.done();
    return page.path("path").textValue().replaceAll("articles/|\\.html", "");
  }

  private Document read(String file) {
    try {
      return Jsoup.parse(root.resolve(file));
    } catch (IOException e) {
      throw new AssertionError(file, e);
    }
  }

  private List<String> headlines(String file) {
    return read(file).select("main section :is(h1, h2)").eachText();
  }

  private List<String> everything() throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> file + "\n" + text(file))
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }
}
