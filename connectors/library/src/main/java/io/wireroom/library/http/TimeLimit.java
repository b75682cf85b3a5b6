package io.wireroom.library.http;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Durations as an editor writes them: {@code 20}, {@code 20s}, {@code 500ms}, {@code PT20S}. */
final class TimeLimit {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private TimeLimit() {}

  static Duration parse(String text) {
    var limit = read(text.strip().toLowerCase(Locale.ROOT));
    if (!limit.isPositive() || limit.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("the time limit must be more than 0 and at most 10m");
    }
    return limit;
  }

  private static Duration read(String text) {
    try {
      if (text.matches("[0-9]{1,6}")) {
        return Duration.ofSeconds(Long.parseLong(text));
      }
      if (text.matches("[0-9]{1,6}ms")) {
        return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
      }
      return Duration.parse(text.startsWith("p") ? text : "pt" + text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("write the time limit as 20s or 2m, not " + text, e);
    }
  }
}
