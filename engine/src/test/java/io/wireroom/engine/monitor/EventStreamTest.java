package io.wireroom.engine.monitor;

import static org.awaitility.Awaitility.await;

import io.wireroom.engine.access.Role;
import io.wireroom.engine.history.Records;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
class EventStreamTest {
  private static final long RUN = 100;

  @TempDir Path folder = Path.of("");

  @Test
  void beginsWithTheRunAlsoWhenAHeartbeatIsDueBeforeIt() {
    var everyMillisecond = Duration.ofMillis(1);
    try (var monitor = new MonitorFixture(folder, new ScriptedEngine(), everyMillisecond)) {
      var viewer = monitor.token(Role.VIEWER);
      monitor.history.store(new Records("newsroom", RUN, 0).begin().all());

      for (var i = 0; i < 50; i++) {
        var listener = monitor.listen("/api/runs/" + RUN + "/events", viewer, Optional.empty());
        await().atMost(Duration.ofMinutes(1)).until(() -> !listener.events().isEmpty());
      }
    }
  }
}
