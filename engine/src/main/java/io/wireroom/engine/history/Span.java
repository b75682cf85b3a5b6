package io.wireroom.engine.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How long the parts are in which things are counted. */
enum Span {
  MINUTE(Duration.ofMinutes(1)),
  HOUR(Duration.ofHours(1)),
  SIX_HOURS(Duration.ofHours(6)),
  DAY(Duration.ofDays(1));

  static final Duration MINUTES_KEPT = Duration.ofDays(2);

  private final Duration length;

  Span(Duration length) {
    this.length = length;
  }

  /** The longest that fits into a step. */
  static Span within(Duration step) {
    var found = MINUTE;
    for (var span : values()) {
      found = span.length.compareTo(step) <= 0 ? span : found;
    }
    return found;
  }

  /** When the part began that a time is in. */
  Instant begin(Instant time) {
    return begin(time, length);
  }

  static Instant begin(Instant time, Duration length) {
    var seconds = length.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
