package io.wireroom.engine.history;

import io.wireroom.engine.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets runs go that ended long ago or are too many, with everything that belongs to them, some at a
 * time. A run that is under way stays. Blocks.
 */
public final class RunRetention {
  /** A workflow's own time, such as {@code 30d}. */
  static final String KEEP = "wireroom.keep";

  /** How many ended runs of a workflow stay. */
  static final String KEEP_RUNS = "wireroom.keep.runs";

  /** Everything of a run, by {@code run_key}. */
  static final List<String> TABLES =
      List.of(
          "step",
          "value",
          "incident",
          "correlation",
          "document_use",
          "wait",
          "person_task",
          "again",
          "again_item");

  private static final Logger LOG = LoggerFactory.getLogger(RunRetention.class);
  private static final int AT_ONCE = 100;

  private final Database database;
  private final HistorySettings settings;
  private final Clock clock;

  public RunRetention(Database database, HistorySettings settings, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  /** Takes away all that is to go; returns how many runs went. */
  public int sweep() {
    var gone = 0;
    for (var workflow : workflows()) {
      var limits = limits(workflow);
      var oldest = clock.instant().minus(limits.keep());
      for (var bite = AT_ONCE; bite == AT_ONCE; gone += bite) {
        bite = database.write(db -> remove(db, tooOld(db, workflow, oldest)));
      }
      if (limits.runs() > 0) {
        for (var bite = AT_ONCE; bite == AT_ONCE; gone += bite) {
          bite = database.write(db -> remove(db, tooMany(db, workflow, limits.runs())));
        }
      }
    }
    if (gone > 0) {
      LOG.info("runs removed count={}", gone);
    }
    return gone;
  }

  private List<String> workflows() {
    return database.read(
        db ->
            db.fetch("select distinct workflow from run where ended_at is not null")
                .map(row -> row.get(0, String.class)));
  }

  /** As the newest version says, else the settings. */
  private Limits limits(String workflow) {
    var own =
        database
            .read(
                db ->
                    db.fetchOptional(
                            "select xml from definition where workflow = ? order by key desc limit 1",
                            workflow)
                        .map(row -> row.get(0, String.class)))
            .map(WorkflowProperties::of)
            .orElse(Map.of());
    return new Limits(
        HistorySettings.time(own.getOrDefault(KEEP, "")).orElse(settings.keep()),
        HistorySettings.count(own.getOrDefault(KEEP_RUNS, "")).orElse(settings.keepRuns()));
  }

  private static List<Long> tooOld(DSLContext db, String workflow, Instant oldest) {
    return db.fetch(
            // why by place: it has an index, and what ended then began before
            "select key from run where workflow = ? and place < ? and ended_at < ? limit ?",
            workflow,
            Place.first(oldest),
            Times.text(oldest),
            AT_ONCE)
        .map(row -> row.get(0, Long.class));
  }

  private static List<Long> tooMany(DSLContext db, String workflow, int runs) {
    return db.fetch(
            """
            select key from run where workflow = ? and ended_at is not null
            order by place desc limit ? offset ?
            """,
            workflow,
            AT_ONCE,
            runs)
        .map(row -> row.get(0, Long.class));
  }

  private static int remove(DSLContext db, List<Long> runs) {
    if (!runs.isEmpty()) {
      var marks = String.join(",", runs.stream().map(run -> "?").toList());
      var keys = runs.toArray();
      var places =
          db.fetch("select place from run where key in (" + marks + ")", keys)
              .map(row -> row.get(0, Long.class));
      RunText.of(db).forget(db, places);
      db.execute("delete from run_value where place in (" + marks + ")", places.toArray());
      db.execute(
          "delete from attempt where step_key in"
              + (" (select key from step where run_key in (" + marks + "))"),
          keys);
      db.execute(
          "delete from person_task_done where step_key in"
              + (" (select key from step where run_key in (" + marks + "))"),
          keys);
      for (var table : TABLES) {
        db.execute("delete from " + table + " where run_key in (" + marks + ")", keys);
      }
      db.execute("delete from run where key in (" + marks + ")", keys);
    }
    return runs.size();
  }

  private record Limits(Duration keep, int runs) {}
}
