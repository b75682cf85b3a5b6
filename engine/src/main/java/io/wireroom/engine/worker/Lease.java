package io.wireroom.engine.worker;

import io.wireroom.engine.process.ProcessEngine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a job ours while its step works, and interrupts the step when its time is over.
 *
 * <p>why: a short lease lets the jobs of a killed engine go on soon; a lease that is renewed gives
 * long model calls their time; the limit ends a call that hangs (docs/adr/0002).
 */
final class Lease implements AutoCloseable {
  static final Duration LENGTH = Duration.ofSeconds(20);
  static final Duration LIMIT = Duration.ofMinutes(5);
  private static final long RENEWAL = LENGTH.toMillis() / 2;

  private final List<ScheduledFuture<?>> watches;

  private Lease(List<ScheduledFuture<?>> watches) {
    this.watches = watches;
  }

  /** Begins for the calling thread's step. */
  static Lease of(ProcessEngine engine, long jobKey, ScheduledExecutorService timer) {
    return new Lease(
        List.of(
            timer.scheduleAtFixedRate(
                () -> engine.extend(jobKey, LENGTH), RENEWAL, RENEWAL, TimeUnit.MILLISECONDS),
            limit(LIMIT, timer)));
  }

  /** Begins for work of the calling thread that no broker waits for. */
  static Lease alone(Duration limit, ScheduledExecutorService timer) {
    return new Lease(List.of(limit(limit, timer)));
  }

  private static ScheduledFuture<?> limit(Duration limit, ScheduledExecutorService timer) {
    var step = Thread.currentThread();
    return timer.schedule(step::interrupt, limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    watches.forEach(watch -> watch.cancel(false));
    Thread.interrupted(); // why: an interrupt that came too late must not hit the command below
  }
}
