package io.wireroom.engine.worker;

import io.wireroom.engine.process.ProcessEngine;
import java.time.Duration;
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

  private final ScheduledFuture<?> renewal;
  private final ScheduledFuture<?> limit;

  private Lease(ScheduledFuture<?> renewal, ScheduledFuture<?> limit) {
    this.renewal = renewal;
    this.limit = limit;
  }

  /** Begins for the calling thread's step. */
  static Lease of(ProcessEngine engine, long jobKey, ScheduledExecutorService timer) {
    var step = Thread.currentThread();
    return new Lease(
        timer.scheduleAtFixedRate(
            () -> engine.extend(jobKey, LENGTH), RENEWAL, RENEWAL, TimeUnit.MILLISECONDS),
        timer.schedule(step::interrupt, LIMIT.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Override
  public void close() {
    renewal.cancel(false);
    limit.cancel(false);
    Thread.interrupted(); // why: an interrupt that came too late must not hit the command below
  }
}
