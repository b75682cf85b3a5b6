package io.wireroom.engine.worker;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.wireroom.engine.process.Verdict;
import java.time.Duration;

/** How long steps take and how they end, by connector. */
final class JobMetrics {
  private final MeterRegistry registry;

  JobMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void done(String connector, Verdict verdict, long nanos) {
    Timer.builder("wireroom.step")
        .description("Steps done by connectors")
        .tag("connector", connector)
        .tag("outcome", word(verdict))
        .register(registry)
        .record(Duration.ofNanos(nanos));
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Complete c -> "completed";
      case Verdict.Fail f -> f.retriesLeft() == 0 ? "broken" : "failed";
      case Verdict.Throw t -> "rejected";
    };
  }
}
