package io.wireroom.engine.history;

import io.wireroom.engine.process.ProcessEngine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How far the history is behind the broker: every quarter of a minute a marker goes into the
 * broker's log, and the record stream brings it back.
 *
 * <p>why not from the records' times: a stream that has stopped brings none, and clocks jump.
 */
public final class RecordLag implements AutoCloseable {
  private static final long PAUSE_SECONDS = 15;

  private final ProcessEngine engine;
  private final LongSupplier nanos;
  private final Map<String, Long> sent = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("record-lag").factory());
  private volatile Duration last = Duration.ZERO;

  public RecordLag(ProcessEngine engine) {
    this(engine, System::nanoTime);
  }

  RecordLag(ProcessEngine engine, LongSupplier nanos) {
    this.engine = engine;
    this.nanos = nanos;
  }

  /** Looks from now on. */
  public RecordLag begin() {
    var unused =
        timer.scheduleWithFixedDelay(this::look, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    return this;
  }

  /** Sends markers, unless those before are still on their way. */
  void look() {
    if (sent.isEmpty()) {
      var unused = engine.newMarkers().onSuccess(markers -> markers.forEach(this::send));
    }
  }

  private void send(String marker) {
    sent.put(marker, nanos.getAsLong());
    // why: while the broker is away nothing is written that the history could miss
    var unused = engine.mark(marker).onFailure(away -> sent.remove(marker));
  }

  /** Takes what the record stream brought; returns at once. */
  public void recordsStored(List<Change> changes) {
    for (var change : changes) {
      if (change instanceof Change.MarkerSeen(var marker)) {
        var since = sent.remove(marker);
        if (since != null) {
          last = Duration.ofNanos(nanos.getAsLong() - since);
        }
      }
    }
  }

  /** How old the newest thing is that the history may not have yet. */
  public Duration lag() {
    var now = nanos.getAsLong();
    var oldest = sent.values().stream().mapToLong(since -> now - since).max().orElse(0);
    return Duration.ofNanos(Math.max(oldest, last.toNanos()));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
