package io.wireroom.engine;

import io.wireroom.engine.document.Documents;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.history.RunRetention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets runs go that are too old, and after them the documents that nobody needs any more, every ten
 * minutes.
 */
final class Housekeeping implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);

  /** Between a document and the first value that refers to it and is known to us. */
  private static final Duration GRACE = Duration.ofDays(1);

  private final RunRetention runs;
  private final RunQueries history;
  private final Documents documents;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("housekeeping").factory());

  Housekeeping(RunRetention runs, RunQueries history, Documents documents, Clock clock) {
    this.runs = runs;
    this.history = history;
    this.documents = documents;
    this.clock = clock;
  }

  Housekeeping begin() {
    var unused =
        timer.scheduleWithFixedDelay(
            this::sweep, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
    return this;
  }

  private void sweep() {
    try {
      runs.sweep();
      history.newestRecordAt().ifPresent(newest -> documents.sweep(before(newest)));
    } catch (RuntimeException e) {
      LOG.warn("housekeeping failed, trying again later: {}", e.toString());
    }
  }

  /** why not the clock alone: records that are still to come may name a document. */
  private Instant before(Instant newest) {
    var now = clock.instant();
    return (newest.isBefore(now) ? newest : now).minus(GRACE);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
