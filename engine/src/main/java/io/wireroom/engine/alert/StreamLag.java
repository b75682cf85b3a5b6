package io.wireroom.engine.alert;

import io.vertx.core.Future;
import io.wireroom.engine.history.Change;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.process.ProcessEngine.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How far the record stream is behind: a marker goes into the broker's log now and then, and the
 * stream must bring it back. A broker that takes no marker counts as behind, too.
 */
final class StreamLag implements Supplier<Duration> {
  private static final Duration BETWEEN = Duration.ofSeconds(20);

  private final ProcessEngine engine;
  private final Clock clock;
  private final Set<String> awaited = new HashSet<>();
  private Instant sentAt;
  private boolean caughtUp = true;

  StreamLag(ProcessEngine engine, Clock clock) {
    this.engine = engine;
    this.clock = clock;
    this.sentAt = clock.instant();
  }

  synchronized void recordsStored(List<Change> changes) {
    for (var change : changes) {
      if (change instanceof Change.MarkerSeen(var marker) && awaited.remove(marker)) {
        caughtUp = awaited.isEmpty();
      }
    }
  }

  /** Blocks while it sends a marker; for the one thread of the alerts. */
  @Override
  public Duration get() {
    if (due()) {
      send();
    }
    return lag();
  }

  private synchronized boolean due() {
    return (caughtUp && sentAt.plus(BETWEEN).isBefore(clock.instant()))
        || (!caughtUp && awaited.isEmpty());
  }

  private void send() {
    expect(Set.of());
    try {
      var markers = Future.await(engine.newMarkers());
      expect(Set.copyOf(markers));
      for (var marker : markers) {
        Future.await(engine.mark(marker));
      }
    } catch (Unavailable e) {
      expect(Set.of());
    }
  }

  private synchronized void expect(Set<String> markers) {
    if (caughtUp) {
      sentAt = clock.instant();
    }
    caughtUp = false;
    awaited.clear();
    awaited.addAll(markers);
  }

  private synchronized Duration lag() {
    return caughtUp ? Duration.ZERO : Duration.between(sentAt, clock.instant());
  }
}
