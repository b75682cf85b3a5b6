package io.wireroom.engine.trigger.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator watches of the inbox; read from the store when it is asked for. */
public final class InboxMeters {
  private InboxMeters() {}

  /** Adds the inbox's figures to the registry. */
  public static void bind(MeterRegistry registry, Inbox inbox, Clock clock) {
    Gauge.builder("wireroom.inbox.backlog", () -> inbox.queries().backlog().count())
        .description("Events that are stored and have no run yet")
        .register(registry);
    Gauge.builder("wireroom.inbox.backlog.age", () -> age(inbox, clock))
        .description("How long the oldest of them has waited")
        .baseUnit("seconds")
        .register(registry);
    for (var status : List.of(EventStatus.WAITING, EventStatus.DEAD, EventStatus.REJECTED)) {
      Gauge.builder(
              "wireroom.inbox.events",
              () -> inbox.queries().counts(Optional.empty()).get(status.word()))
          .tag("status", status.word())
          .description("Events of paused workflows, given up, refused")
          .register(registry);
    }
  }

  private static double age(Inbox inbox, Clock clock) {
    return inbox
        .queries()
        .backlog()
        .oldestAt()
        .map(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }
}
