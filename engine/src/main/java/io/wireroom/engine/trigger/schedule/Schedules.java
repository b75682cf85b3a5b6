package io.wireroom.engine.trigger.schedule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.expression.FeelResult;
import io.wireroom.engine.history.TimerQueries;
import io.wireroom.engine.history.TimerQueries.Timer;
import io.wireroom.engine.workflow.TimerStart;
import io.wireroom.engine.workflow.TriggerFacts.Misfire;
import io.wireroom.engine.workflow.TriggerFacts.Schedule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The next fires and the late ones of timer starts. Blocks. */
public final class Schedules {
  private static final int SHOWN = 5;

  private final TimerQueries timers;
  private final Feel feel;
  private final Clock clock;
  private final ZoneId zone;

  /**
   * @param zone the broker's, in which crons and days count
   */
  public Schedules(TimerQueries timers, Feel feel, Clock clock, ZoneId zone) {
    this.timers = timers;
    this.feel = feel;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * When a timer fires.
   *
   * @param published whether the broker has it; a draft's fires are a preview from now on
   */
  public Schedule of(TimerStart timer, boolean published) {
    if (!published) {
      return new Schedule(next(timer, Optional.empty()), List.of());
    }
    var set = timers.newest(timer.workflow(), timer.elementId());
    var late =
        timers.lateFires(timer.workflow(), timer.elementId()).stream()
            .map(fire -> new Misfire(fire.dueAt(), fire.firedAt()))
            .toList();
    return new Schedule(next(timer, set), late);
  }

  private List<Instant> next(TimerStart timer, Optional<Timer> set) {
    if (set.filter(Timer::over).isPresent()) {
      return List.of();
    }
    var waiting = set.filter(Timer::waiting);
    return text(timer)
        .flatMap(text -> Recurrence.of(timer.kind(), text))
        .map(recurrence -> next(recurrence, waiting))
        .orElseGet(() -> waiting.stream().map(Timer::dueAt).toList());
  }

  /** From the broker's own due date, when the record stream told it; else computed from now. */
  private List<Instant> next(Recurrence recurrence, Optional<Timer> waiting) {
    var now = ZonedDateTime.ofInstant(clock.instant(), zone);
    var left = waiting.map(Timer::repetitions).orElseGet(recurrence::repetitions);
    var due = waiting.map(t -> t.dueAt().atZone(zone)).or(() -> recurrence.first(now));
    var fires = new ArrayList<Instant>();
    while (due.isPresent() && fires.size() < SHOWN && (left < 0 || fires.size() < left)) {
      fires.add(due.get().toInstant());
      // why: the broker skips what it slept through
      due =
          recurrence
              .after(due.get())
              .filter(next -> next.isAfter(now))
              .or(() -> recurrence.first(now));
    }
    return fires;
  }

  /** What is drawn; an expression's value, as the broker computes it at deployment. */
  private Optional<String> text(TimerStart timer) {
    if (!timer.text().startsWith("=")) {
      return Optional.of(timer.text());
    }
    return switch (feel.evaluate(timer.text(), JsonNodeFactory.instance.objectNode())) {
      case FeelResult.Value(var value) when value.isTextual() -> Optional.of(value.textValue());
      case FeelResult.Value other -> Optional.empty();
      case FeelResult.Failed failed -> Optional.empty();
    };
  }
}
