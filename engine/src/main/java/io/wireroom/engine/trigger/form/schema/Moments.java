package io.wireroom.engine.trigger.form.schema;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.HOUR_OF_DAY;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;

/** Days and times as a form writes them, with or without an offset. */
final class Moments {
  private Moments() {}

  static boolean fits(String kind, String text) {
    try {
      var read =
          switch (kind) {
            case "date" -> LocalDate.parse(text);
            case "time" ->
                DateTimeFormatter.ISO_TIME.parseBest(text, OffsetTime::from, LocalTime::from);
            default ->
                DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text, OffsetDateTime::from, LocalDateTime::from);
          };
      return read.isSupported(kind.equals("time") ? HOUR_OF_DAY : DAY_OF_MONTH);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
