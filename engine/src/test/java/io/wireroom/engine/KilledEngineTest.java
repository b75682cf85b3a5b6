package io.wireroom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wireroom.engine.testing.Build;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("broker")
class KilledEngineTest {
  @Test
  void aNewsroomRunGoesOnAfterAKillAndEachPageExistsOnce() throws Exception {
    var data = Files.createTempDirectory(Build.target(), "killed-");
    var first = ProductProcess.start(data, 0);
    var port = first.port();
    var input = "{\"feed\": \"http://127.0.0.1:%d/demo/newsroom/feed.xml\", \"limit\": 12}";
    var run =
        first.post("/api/workflows/newsroom/runs", input.formatted(port)).path("runKey").asText();
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofMinutes(2))
        .until(() -> !articles(data).isEmpty());

    first.kill();
    var before = articles(data);
    try (var second = ProductProcess.start(data, port)) {
      await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(500))
          .until(() -> second.get("/api/runs/" + run).path("status").asText().equals("completed"));

      var published = second.get("/api/runs/" + run).path("variables").path("published");
      var urls = published.findValuesAsText("url");
      assertThat(before.size()).as("killed in the middle").isBetween(1, urls.size() - 1);
      assertThat(urls).hasSize(9).doesNotHaveDuplicates();
      assertThat(articles(data)).hasSize(9);
      assertThat(urls).allSatisfy(url -> assertThat(data.resolve(url.substring(1))).exists());
      var index = Files.readString(data.resolve("site/index.html"));
      assertThat(urls)
          .allSatisfy(
              url -> assertThat(index).containsOnlyOnce("href=\"" + linkFromIndex(url) + "\""));
    }
  }

  @Test
  void eventsAreAcceptedWhileTheBrokerStillStartsAndGetTheirRuns() throws Exception {
    var data = Files.createTempDirectory(Build.target(), "early-");
    var first = ProductProcess.start(data, 0);
    var port = first.port();
    first.kill();

    var again = ProductProcess.command(data, port).redirectErrorStream(true).start();
    try {
      await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> first.live());
      var ready = first.status("/health/ready");
      var event = first.post("/hooks/newsroom", "{\"feed\": \"http://127.0.0.1:1/none\"}");

      assertThat(ready).isEqualTo(503);
      await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () ->
                  first
                      .get("/api/inbox/" + event.path("eventId").asText())
                      .path("status")
                      .asText()
                      .equals("started"));
    } finally {
      again.destroy();
      again.waitFor();
    }
  }

  @Test
  void aSecondStartOnTheSameDataFolderSaysSoAndEnds() throws Exception {
    var data = Files.createTempDirectory(Build.target(), "twice-");
    try (var first = ProductProcess.start(data, 0)) {
      assertThat(complaint(data, 0)).contains("Another Wireroom works on").hasLineCount(1);
      assertThat(look(data)).isEqualTo(3);

      var elsewhere = Files.createTempDirectory(Build.target(), "taken-");
      assertThat(complaint(elsewhere, first.port())).contains("cannot be had").hasLineCount(1);
    }
  }

  @Test
  void aLaterStartPrintsASignInLinkToo() throws Exception {
    var data = Files.createTempDirectory(Build.target(), "later-");
    var first = ProductProcess.start(data, 0);
    first.kill();

    try (var second = ProductProcess.start(data, first.port())) {
      assertThat(second.readyLine())
          .matches("Wireroom is ready. Sign in: http://127.0.0.1:[0-9]+/sign-in\\?code=\\S{20,}")
          .isNotEqualTo(first.readyLine());
    }
  }

  @Test
  void aLookFindsAFreeFolderFreeAndLeavesNothing() throws Exception {
    var data = Files.createTempDirectory(Build.target(), "free-").resolve("data");

    assertThat(look(data)).isZero();
    assertThat(data).doesNotExist();
  }

  private static int look(Path data) throws IOException, InterruptedException {
    var builder = ProductProcess.command(data, 0);
    builder.command().add("--look");
    return builder.inheritIO().start().waitFor();
  }

  /** What a start that fails with exit code 1 prints. */
  private static String complaint(Path data, int port) throws IOException, InterruptedException {
    var process = ProductProcess.command(data, port).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    return output.strip();
  }

  private static List<Path> articles(Path data) throws IOException {
    var folder = data.resolve("site/articles");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".html")).toList();
    }
  }

  private static String linkFromIndex(String url) {
    return url.replaceFirst("^/site/", "");
  }
}
