package io.wireroom.library.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** A point in time as an editor or FEEL writes it; without a zone it is UTC. */
final class Since {
  private Since() {}

  static Instant parse(String text) {
    var clean = text.strip();
    try {
      var read =
          DateTimeFormatter.ofPattern(
                  "yyyy-MM-dd['T'HH:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS]][VV][XXX]]")
              .parseBest(
                  clean,
                  ZonedDateTime::from,
                  OffsetDateTime::from,
                  LocalDateTime::from,
                  LocalDate::from);
      return switch (read) {
        case ZonedDateTime time -> time.toInstant();
        case OffsetDateTime time -> time.toInstant();
        case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
        case LocalDate day -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
        default -> throw new IllegalStateException("not asked for: " + read);
      };
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "write the date as 2026-11-01 or 2026-11-01T08:00:00Z, not " + clean, e);
    }
  }
}
