package io.wireroom.engine.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times to come in words, seen from now. */
record TimeWords(Instant now, ZoneId zone) {
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);

  /** As in "until 10:42, for 5 minutes more". */
  String until(Instant time) {
    var left = Duration.between(now, time);
    if (left.isNegative() || left.isZero()) {
      return "until " + clock(time) + ", which is now";
    }
    return "until " + clock(time) + ", for " + lasts(left) + " more";
  }

  private String clock(Instant time) {
    var there = time.atZone(zone);
    var today = now.atZone(zone).toLocalDate();
    if (there.toLocalDate().equals(today)) {
      return HOUR.format(there);
    }
    return there.toLocalDate().equals(today.plusDays(1))
        ? "tomorrow, " + HOUR.format(there)
        : DAY.format(there);
  }

  private static String lasts(Duration left) {
    if (left.toSeconds() < 60) {
      return count(Math.max(1, left.toSeconds()), "second");
    }
    if (left.toMinutes() < 60) {
      return count(left.plusSeconds(30).toMinutes(), "minute");
    }
    return left.toHours() < 48
        ? count(left.plusMinutes(30).toHours(), "hour")
        : count(left.plusHours(12).toDays(), "day");
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
