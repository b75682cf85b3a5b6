package io.wireroom.engine.trigger.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Optional;

/** A timer's text, read as the broker reads it: which instant follows another. */
sealed interface Recurrence {
  /** The first fire for somebody who waits since {@code now}. */
  Optional<ZonedDateTime> first(ZonedDateTime now);

  /** The fire after one that was due at {@code due}. */
  Optional<ZonedDateTime> after(ZonedDateTime due);

  /** How often it fires; below zero for ever. */
  int repetitions();

  /**
   * Reads a date, a repeating interval or a cron.
   *
   * @return empty when the broker would refuse it
   */
  static Optional<Recurrence> of(String kind, String text) {
    try {
      return switch (kind) {
        case "timeDate" -> Optional.of(new Once(date(text).toInstant()));
        case "timeDuration" -> Optional.of(new Every(1, Optional.empty(), Step.of(text)));
        case "timeCycle" -> Optional.of(text.startsWith("R") ? repeating(text) : cron(text));
        default -> Optional.empty();
      };
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static ZonedDateTime date(String text) {
    // why: FEEL writes a zone's name after an @
    return ZonedDateTime.parse(text.replaceFirst("@(.+)$", "[$1]"));
  }

  private static Recurrence repeating(String text) {
    var parts = text.split("/", 3);
    var times = parts[0].equals("R") ? -1 : Integer.parseInt(parts[0].substring(1));
    return parts.length == 3
        ? new Every(times, Optional.of(date(parts[1]).toInstant()), Step.of(parts[2]))
        : new Every(times, Optional.empty(), Step.of(parts[1]));
  }

  private static Recurrence cron(String text) {
    var definition = CronDefinitionBuilder.instanceDefinitionFor(CronType.SPRING53);
    return new ByCron(ExecutionTime.forCron(new CronParser(definition).parse(text)));
  }

  /** At one instant. */
  record Once(Instant at) implements Recurrence {
    @Override
    public Optional<ZonedDateTime> first(ZonedDateTime now) {
      return Optional.of(at.atZone(now.getZone())).filter(due -> due.isAfter(now));
    }

    @Override
    public Optional<ZonedDateTime> after(ZonedDateTime due) {
      return Optional.empty();
    }

    @Override
    public int repetitions() {
      return 1;
    }
  }

  /** In equal steps, counted from the first. */
  record Every(int repetitions, Optional<Instant> begin, Step step) implements Recurrence {
    @Override
    public Optional<ZonedDateTime> first(ZonedDateTime now) {
      return begin
          .map(instant -> instant.atZone(now.getZone()))
          .filter(instant -> instant.isAfter(now))
          .or(() -> after(now));
    }

    @Override
    public Optional<ZonedDateTime> after(ZonedDateTime due) {
      return Optional.of(due.plus(step.days()).plus(step.time())).filter(n -> n.isAfter(due));
    }
  }

  /** By a cron, in the broker's time zone. */
  record ByCron(ExecutionTime times) implements Recurrence {
    @Override
    public Optional<ZonedDateTime> first(ZonedDateTime now) {
      return times.nextExecution(now);
    }

    @Override
    public Optional<ZonedDateTime> after(ZonedDateTime due) {
      return times.nextExecution(due);
    }

    @Override
    public int repetitions() {
      return -1;
    }
  }

  /** Days and below in one ISO 8601 duration. */
  record Step(Period days, Duration time) {
    static Step of(String text) {
      var at = text.indexOf('T');
      if (at < 0) {
        return new Step(Period.parse(text), Duration.ZERO);
      }
      var date = text.substring(0, at);
      return new Step(
          date.equals("P") ? Period.ZERO : Period.parse(date),
          Duration.parse("P" + text.substring(at)));
    }
  }
}
