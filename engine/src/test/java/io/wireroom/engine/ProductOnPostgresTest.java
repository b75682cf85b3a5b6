package io.wireroom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wireroom.engine.testing.Build;
import io.wireroom.engine.testing.PostgresServer;
import io.wireroom.engine.testing.TestStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole product with its stores in PostgreSQL. */
@Tag("broker")
class ProductOnPostgresTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String NOWHERE = "{\"feed\": \"http://127.0.0.1:1/none\"}";

  private final PostgresServer server = PostgresServer.start().orElseThrow(TestStore::noServer);
  private Path data = Path.of("");

  @BeforeEach
  void folder() throws IOException {
    data = Files.createTempDirectory(Build.target(), "postgres-");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void eventsAroundAKillOfTheEngineStartOneRunEachAndNothingIsKeptInFiles() throws Exception {
    var first = ProductProcess.start(data, command(data));
    var port = first.port();
    var events = new ArrayList<String>();
    IntStream.range(0, 10).forEach(i -> events.add(event(first)));
    first.kill();

    try (var second = ProductProcess.start(data, command(data, port))) {
      events.add(event(second));

      await().atMost(PATIENCE).until(() -> started(second, events));
      var runs = second.get("/api/runs?workflow=newsroom&limit=50").path("items");
      assertThat(runs.findValuesAsText("key")).hasSize(11).doesNotHaveDuplicates();
      assertThat(events.stream().map(e -> inbox(second, e, "runKey")))
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(runs.findValuesAsText("key"));
      assertThat(data.resolve("wireroom.db")).doesNotExist();
      assertThat(data.resolve("inbox.db")).doesNotExist();
    }
  }

  @Test
  void anOutageOfTheDatabaseRefusesEventsAndEndsByItself() throws Exception {
    try (var product = ProductProcess.start(data, command(data))) {
      var before = event(product);
      await().atMost(PATIENCE).until(() -> started(product, List.of(before)));
      server.down();

      var refused = product.post("/hooks/newsroom", NOWHERE);
      assertThat(refused.path("status").asInt()).isEqualTo(503);
      assertThat(product.status("/health/ready")).isEqualTo(503);
      assertThat(product.get("/health/ready").path("parts").path("store").path("detail").asText())
          .startsWith("The database postgresql://127.0.0.1:");
      assertThat(product.get("/api/runs").path("detail").asText()).contains("does not answer");

      server.up();
      await().atMost(PATIENCE).until(() -> product.status("/health/ready") == 200);
      var after = event(product);
      await().atMost(PATIENCE).until(() -> started(product, List.of(after)));
    }
  }

  @Test
  void aSecondEngineOnTheSameDatabaseSaysSoAndEnds() throws Exception {
    try (var first = ProductProcess.start(data, command(data))) {
      var elsewhere = Files.createTempDirectory(Build.target(), "postgres-second-");

      assertThat(complaint(command(elsewhere)))
          .startsWith("Another Wireroom works on postgresql://127.0.0.1:")
          .hasLineCount(1);
      assertThat(first.live()).isTrue();
    }
    server.down();
    assertThat(complaint(command(data))).contains("does not answer").hasLineCount(1);
  }

  private static String complaint(ProcessBuilder command) throws Exception {
    var process = command.redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isEqualTo(1);
    return output.strip();
  }

  private ProcessBuilder command(Path folder) {
    return command(folder, 0);
  }

  private ProcessBuilder command(Path folder, int port) {
    var command = ProductProcess.command(folder, port);
    command.environment().put("WIREROOM_STORE_URL", server.url());
    command.environment().put("WIREROOM_STORE_USER", "wireroom");
    command.environment().put("WIREROOM_STORE_PASSWORD", "never-printed");
    return command;
  }

  private static String event(ProductProcess product) {
    try {
      return product.post("/hooks/newsroom", NOWHERE).path("eventId").asText();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean started(ProductProcess product, List<String> events) {
    return events.stream().allMatch(event -> inbox(product, event, "status").equals("started"));
  }

  private static String inbox(ProductProcess product, String event, String field) {
    try {
      return product.get("/api/inbox/" + event).path(field).asText();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
