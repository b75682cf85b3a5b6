package io.wireroom.engine.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as text of one length, so that they sort as they are. */
public final class Times {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Times() {}

  public static String text(Instant time) {
    return MILLIS.format(time);
  }

  /** When something ended; a clock that was set back meanwhile makes no time negative. */
  static Instant notBefore(Instant start, Instant end) {
    return end.isBefore(start) ? start : end;
  }
}
