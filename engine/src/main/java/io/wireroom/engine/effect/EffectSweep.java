package io.wireroom.engine.effect;

import io.wireroom.engine.history.RunQueries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Forgets what runs did that the history has forgotten: once an hour, on a thread of its own. */
public final class EffectSweep implements AutoCloseable {
  /** why: the history hears of a run later than the ledger does. */
  private static final Duration HISTORY_KNOWS = Duration.ofDays(1);

  private final EffectLedger ledger;
  private final RunQueries runs;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("effect-sweep").factory());

  private EffectSweep(EffectLedger ledger, RunQueries runs, InstantSource clock) {
    this.ledger = ledger;
    this.runs = runs;
    this.clock = clock;
  }

  /** Begins. */
  public static EffectSweep start(EffectLedger ledger, RunQueries runs, InstantSource clock) {
    var sweep = new EffectSweep(ledger, runs, clock);
    var unused = sweep.timer.scheduleWithFixedDelay(sweep::sweep, 1, 60, TimeUnit.MINUTES);
    return sweep;
  }

  void sweep() {
    ledger.runsBefore(clock.instant().minus(HISTORY_KNOWS)).stream()
        .filter(run -> runs.run(run).isEmpty())
        .forEach(ledger::forget);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
