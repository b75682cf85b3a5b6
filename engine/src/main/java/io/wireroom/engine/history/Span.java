package io.wireroom.engine.history;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How long the parts are in which things are counted. */
enum Span {
  MINUTE(ChronoUnit.MINUTES),
  HOUR(ChronoUnit.HOURS),
  DAY(ChronoUnit.DAYS);

  static final Duration MINUTES_KEPT = Duration.ofDays(2);

  private final ChronoUnit unit;

  Span(ChronoUnit unit) {
    this.unit = unit;
  }

  ChronoUnit unit() {
    return unit;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
