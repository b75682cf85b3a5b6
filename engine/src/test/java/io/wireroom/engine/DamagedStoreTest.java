package io.wireroom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wireroom.engine.testing.Build;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole product on a store whose file is damaged. */
@Tag("broker")
class DamagedStoreTest {
  private static final int PAGE = 4_096;

  @Test
  void runsCanBeLookedAtAndNothingIsAcceptedUntilTheFileIsMovedAway() throws Exception {
    var data = Files.createTempDirectory(Build.target(), "damaged-");
    String run;
    int port;
    try (var first = ProductProcess.start(data, 0)) {
      port = first.port();
      var event = first.post("/hooks/newsroom", "{\"feed\": \"http://127.0.0.1:1/none\"}");
      var inbox = "/api/inbox/" + event.path("eventId").asText();
      await().atMost(Duration.ofMinutes(2)).until(() -> first.get(inbox).has("runKey"));
      first.post("/api/tokens", "{\"name\": \"damage-me\", \"role\": \"viewer\"}");
      run = first.get(inbox).path("runKey").asText();
    }
    var sound = Files.readAllBytes(data.resolve("wireroom.db"));
    damage(data.resolve("wireroom.db"), "create tokendamage-me");

    try (var damaged = ProductProcess.start(data, port)) {
      assertThat(damaged.get("/api/runs/" + run).path("workflow").asText()).isEqualTo("newsroom");
      var refused = damaged.post("/hooks/newsroom", "{}");
      assertThat(refused.path("status").asInt()).isEqualTo(503);
      assertThat(refused.path("detail").asText()).contains("damaged and read only");
      assertThat(damaged.post("/api/runs/" + run + "/cancel", "{}").path("status").asInt())
          .isEqualTo(503);
      assertThat(damaged.status("/health/ready")).isEqualTo(503);
      assertThat(damaged.get("/health/ready").path("parts").path("store").path("detail").asText())
          .contains("damaged");
    }

    Files.write(data.resolve("wireroom.db"), sound);
    try (var restored = ProductProcess.start(data, port)) {
      assertThat(restored.status("/health/ready")).isEqualTo(200);
      assertThat(restored.get("/api/runs/" + run).path("workflow").asText()).isEqualTo("newsroom");
    }
  }

  /** Wipes the page that has this text, which no start reads. */
  private static void damage(Path file, String text) throws IOException {
    var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var rubbish = ByteBuffer.allocate(PAGE);
      while (rubbish.hasRemaining()) {
        rubbish.put((byte) 0xA5);
      }
      channel.write(rubbish.flip(), (long) bytes.indexOf(text) / PAGE * PAGE);
    }
  }
}
