package io.wireroom.engine.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The tries' rows. A job that succeeds at once has none: its step tells everything. */
record AttemptRows(DSLContext db) {
  private static final String UPSERT =
      """
      insert into attempt (step_key, number, started_at, ended_at, outcome, error, retries_left,
        next_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (step_key, number) do update set ended_at = excluded.ended_at,
        outcome = excluded.outcome, error = excluded.error, retries_left = excluded.retries_left,
        next_at = excluded.next_at
      """;

  void save(Map<AttemptId, Attempt> attempts) {
    if (!attempts.isEmpty()) {
      db.batch(
              UPSERT,
              attempts.entrySet().stream()
                  .map(e -> binds(e.getKey().step(), e.getValue()))
                  .toArray(Object[][]::new))
          .execute();
    }
  }

  private static @Nullable Object[] binds(long step, Attempt attempt) {
    return new @Nullable Object[] {
      step,
      attempt.number(),
      Times.text(attempt.startedAt()),
      attempt.endedAt().map(Times::text).orElse(null),
      attempt.result().word(),
      attempt.error().orElse(null),
      attempt.retriesLeft().orElse(null),
      attempt.nextAt().map(Times::text).orElse(null)
    };
  }

  /** The rows of these steps, by step and number. */
  Map<Long, List<Attempt>> of(List<Long> steps) {
    var found = new HashMap<Long, List<Attempt>>();
    var sql = "select * from attempt where step_key in (%s) order by step_key, number";
    for (var row : steps.isEmpty() ? List.<Record>of() : db.fetch(sql.formatted(Keys.in(steps)))) {
      found
          .computeIfAbsent(row.get("step_key", Long.class), key -> new ArrayList<>())
          .add(read(row));
    }
    return found;
  }

  private static Attempt read(Record row) {
    return new Attempt(
        row.get("number", Integer.class),
        Instant.parse(row.get("started_at", String.class)),
        Optional.ofNullable(row.get("ended_at", String.class)).map(Instant::parse),
        Attempt.Result.stored(row.get("outcome", String.class)),
        Optional.ofNullable(row.get("error", String.class)),
        Optional.ofNullable(row.get("retries_left", Integer.class)),
        Optional.ofNullable(row.get("next_at", String.class)).map(Instant::parse));
  }

  /** All tries of a step with a job, those without a row too. */
  static List<Attempt> complete(Step step, List<Attempt> rows) {
    var all = new LinkedHashMap<Integer, Attempt>();
    rows.forEach(row -> all.put(row.number(), row));
    if (step.attempts() == 0) {
      return List.of();
    }
    // why only these two: every other one began with a row
    all.putIfAbsent(1, Attempt.begun(1, step.startedAt()));
    return all.values().stream()
        .sorted(java.util.Comparator.comparingInt(Attempt::number))
        .map(attempt -> close(step, attempt))
        .toList();
  }

  private static Attempt close(Step step, Attempt attempt) {
    if (attempt.result() != Attempt.Result.RUNNING || step.endedAt().isEmpty()) {
      return attempt;
    }
    return attempt.ended(
        step.endedAt().get(),
        switch (step.status()) {
          case COMPLETED -> Attempt.Result.DONE;
          case HANDLED, FAILED -> Attempt.Result.FAILED;
          case RUNNING, WAITING, CANCELLED -> Attempt.Result.CANCELLED;
        });
  }

  /** Which try of which step. */
  record AttemptId(long step, int number) {}
}
