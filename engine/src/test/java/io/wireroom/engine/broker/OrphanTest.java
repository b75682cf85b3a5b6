package io.wireroom.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wireroom.engine.testing.BrokerFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("broker")
class OrphanTest {
  @Test
  void aKilledEngineLeavesNoBrokerAndTheNextStartUsesItsData() throws Exception {
    var data = BrokerFixture.settings(Map.of()).data();
    var parent = start(data);
    var pid = pid(parent);

    parent.destroyForcibly().waitFor();

    try (var next = EmbeddedBroker.start(BrokerFixture.settings(data, Map.of()))) {
      assertThat(next.ready()).isTrue();
      assertThat(next.pid()).isNotEqualTo(pid);
      assertThat(alive(pid)).isFalse();
    }
  }

  @Test
  void theBrokerOfAKilledEngineEndsByItself() throws Exception {
    var parent = start(BrokerFixture.settings(Map.of()).data());
    var pid = pid(parent);
    assertThat(alive(pid)).isTrue();

    parent.destroyForcibly().waitFor();

    await().atMost(Duration.ofSeconds(30)).until(() -> !alive(pid));
  }

  private static boolean alive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  private static Process start(Path data) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-classpath",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                data.toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static long pid(Process parent) throws IOException {
    var lines = parent.inputReader();
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("pid=")) {
        return Long.parseLong(line.substring(4));
      }
    }
    throw new IllegalStateException("the parent ended without a broker");
  }
}
