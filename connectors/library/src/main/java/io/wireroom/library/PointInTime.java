package io.wireroom.library;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** A point in time as an editor or FEEL writes it; without a zone it is UTC. */
public final class PointInTime {
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .append(ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .optionalEnd()
          .optionalStart()
          .appendLiteral('[')
          .appendZoneRegionId()
          .appendLiteral(']')
          .toFormatter();

  private PointInTime() {}

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException with a sentence for the editor
   */
  public static Instant parse(String text) {
    // why: FEEL writes a zone's name after an @.
    var clean = text.strip().replaceFirst("@(.+)$", "[$1]");
    try {
      return switch (FORMAT.parseBest(
          clean, ZonedDateTime::from, LocalDateTime::from, LocalDate::from)) {
        case ZonedDateTime time -> time.toInstant();
        case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
        case LocalDate day -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
        default -> throw new IllegalStateException("not asked for");
      };
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "write the date as 2026-11-01 or 2026-11-01T08:00:00Z, not " + text.strip(), e);
    }
  }
}
