package io.wireroom.engine.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** Counts what became of runs, by minute, hour and day, so that nobody has to count runs. */
final class Tallies {
  private static final String COUNTS =
      """
      insert into tally (span, at, workflow, started, completed, failed, cancelled)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (span, workflow, at) do update set started = tally.started + excluded.started,
        completed = tally.completed + excluded.completed, failed = tally.failed + excluded.failed,
        cancelled = tally.cancelled + excluded.cancelled
      """;
  private static final String DURATIONS =
      """
      insert into tally_duration (span, at, workflow, band, runs) values (?, ?, ?, ?, ?)
      on conflict (span, workflow, at, band) do update set
        runs = tally_duration.runs + excluded.runs
      """;

  /** All workflows together; no workflow has such an id. */
  static final String ALL = "*";

  private final Map<Slot, int[]> counts = new LinkedHashMap<>();
  private final Map<Band, Integer> durations = new LinkedHashMap<>();

  private record Slot(Span span, Instant at, String workflow) {}

  private record Band(Slot slot, int band) {}

  void add(Collection<RunState> runs) {
    for (var run : runs) {
      if (run.before().isEmpty()) {
        count(run.startedAt, run.workflow, 0);
      }
      var before = run.before();
      if (run.incidents > 0 && before.map(Run::incidents).orElse(0) == 0) {
        count(run.changedAt, run.workflow, 2);
      }
      if (before.flatMap(Run::endedAt).isEmpty()) {
        run.endedAt.ifPresent(end -> ended(run, end));
      }
    }
  }

  private void ended(RunState run, Instant end) {
    if (run.ended != Status.COMPLETED) {
      count(end, run.workflow, 3);
      return;
    }
    count(end, run.workflow, 1);
    var band = Durations.band(Duration.between(run.startedAt, end));
    for (var slot : slots(end, run.workflow)) {
      durations.merge(new Band(slot, band), 1, Integer::sum);
    }
  }

  private void count(Instant at, String workflow, int column) {
    for (var slot : slots(at, workflow)) {
      counts.computeIfAbsent(slot, s -> new int[4])[column]++;
    }
  }

  private static List<Slot> slots(Instant at, String workflow) {
    return Arrays.stream(Span.values())
        .flatMap(
            span -> Stream.of(workflow, ALL).map(whose -> new Slot(span, span.begin(at), whose)))
        .toList();
  }

  void save(DSLContext db) {
    batch(
        db, COUNTS, counts.entrySet().stream().map(e -> binds(e.getKey(), e.getValue())).toList());
    batch(
        db,
        DURATIONS,
        durations.entrySet().stream()
            .map(e -> binds(e.getKey().slot(), e.getKey().band(), e.getValue()))
            .toList());
    newest().ifPresent(at -> forgetMinutes(db, at));
  }

  private static Object[] binds(Slot slot, int... numbers) {
    var binds = new Object[3 + numbers.length];
    binds[0] = slot.span().word();
    binds[1] = Times.text(slot.at());
    binds[2] = slot.workflow();
    for (var i = 0; i < numbers.length; i++) {
      binds[3 + i] = numbers[i];
    }
    return binds;
  }

  private static Object[] binds(Slot slot, int band, int runs) {
    return binds(slot, new int[] {band, runs});
  }

  /** When this batch began an hour, its minutes of days ago are not needed any more. */
  private java.util.Optional<Instant> newest() {
    return counts.keySet().stream()
        .filter(slot -> slot.span() == Span.MINUTE)
        .map(Slot::at)
        .max(Instant::compareTo)
        .filter(at -> at.equals(at.truncatedTo(ChronoUnit.HOURS)));
  }

  private static void forgetMinutes(DSLContext db, Instant now) {
    for (var table : List.of("tally", "tally_duration")) {
      db.execute(
          "delete from " + table + " where span = 'minute' and at < ?",
          Times.text(now.minus(Span.MINUTES_KEPT)));
    }
  }

  private static void batch(DSLContext db, String sql, List<Object[]> binds) {
    if (!binds.isEmpty()) {
      db.batch(sql, binds.toArray(Object[][]::new)).execute();
    }
  }
}
