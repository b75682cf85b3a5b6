package io.wireroom.library.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** Days as the site writes them, in UTC. */
final class Dates {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Dates() {}

  static Element day(Element parent, Instant time) {
    return parent
        .appendElement("time")
        .attr("datetime", time.truncatedTo(ChronoUnit.SECONDS).toString())
        .text(DAY.format(time));
  }

  static String month(Instant time) {
    return MONTH.format(time);
  }

  static boolean sameDay(Instant a, Instant b) {
    return DAY.format(a).equals(DAY.format(b));
  }
}
