package io.wireroom.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wireroom.engine.access.Role;
import io.wireroom.engine.history.Records;
import io.wireroom.engine.worker.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
class EventStreamTest {
  private static final long RUN = 100;
  private static final long STEP = 110;

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

  @Test
  void showsWhatAStepWritesAlsoToWhoComesInTheMiddle() {
    try (var monitor = new MonitorFixture(folder, new ScriptedEngine(), Duration.ofHours(1))) {
      var viewer = monitor.token(Role.VIEWER);
      var run = new Records("newsroom", RUN, 0).begin().enter(STEP, "SERVICE_TASK", "ask");
      monitor.history.store(run.all());
      var first = listen(monitor, viewer);
      var everything = monitor.listen("/api/events", viewer, Optional.empty());

      monitor.texts.said(said(0, "Once upon"));
      monitor.texts.said(said(9, " a time"));
      var second = listen(monitor, viewer);
      monitor.texts.said(said(0, "Again"));

      await()
          .untilAsserted(
              () ->
                  assertThat(texts(first)).containsExactly("0 Once upon", "9  a time", "0 Again"));
      await()
          .untilAsserted(
              () -> assertThat(texts(second)).containsExactly("0 Once upon a time", "0 Again"));
      monitor.history.store(run.complete(STEP, "SERVICE_TASK", "ask").end().all());
      await().untilAsserted(() -> assertThat(everything.events()).isNotEmpty());
      assertThat(texts(everything)).isEmpty();
      assertThat(texts(listen(monitor, viewer))).isEmpty();
    }
  }

  private static Said said(long at, String text) {
    return new Said(RUN, STEP, "ask", Optional.empty(), at, text);
  }

  /** Listens to the run, and has heard of it. */
  private static Listener listen(MonitorFixture monitor, String viewer) {
    var listener = monitor.listen("/api/runs/" + RUN + "/events", viewer, Optional.empty());
    await().until(() -> listener.events().stream().anyMatch(e -> e.kind().equals("step")));
    return listener;
  }

  private static List<String> texts(Listener listener) {
    return listener.events().stream()
        .filter(event -> event.kind().equals("text"))
        .map(Listener.Event::data)
        .map(data -> data.path("at").asLong() + " " + data.path("text").asText())
        .toList();
  }
}
