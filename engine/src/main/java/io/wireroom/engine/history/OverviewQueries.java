package io.wireroom.engine.history;

import io.wireroom.engine.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;

/** Answers for a dashboard, from tallies and not from runs. Blocks. */
public final class OverviewQueries {
  private static final int MOST_COUNTED = 10_000;
  private static final int MOST_WORKFLOWS = 50;
  private static final String KNOWN =
      "(select distinct workflow from tally where span = 'day' and workflow <> '*')";
  private static final String IN_TIME = " where span = ? and at >= ? and at < ?";

  private final Database database;

  OverviewQueries(Database database) {
    this.database = database;
  }

  /** From {@code from} until before {@code to}, of one workflow or of all. */
  public Overview of(Instant from, Instant to, Instant now, Optional<String> workflow) {
    var grid = Grid.of(from, to, now);
    return database.read(db -> new Reading(db, grid, workflow).overview());
  }

  /** One answer being put together. */
  private record Reading(DSLContext db, Grid grid, Optional<String> workflow) {
    Overview overview() {
      var byBucket = new TreeMap<Instant, Part>();
      for (var at = grid.first(); at.isBefore(grid.end()); at = at.plus(grid.step())) {
        byBucket.put(at, new Part());
      }
      var all = new Part();
      counts(byBucket, all);
      durations(byBucket, all);
      return new Overview(
          byBucket.entrySet().stream()
              .map(e -> new Overview.Bucket(e.getKey(), e.getValue().counts, e.getValue().times()))
              .toList(),
          grid.step().toSeconds(),
          all.counts,
          runs("running"),
          runs("waiting"),
          all.times(),
          workflows(),
          people(),
          incidents());
    }

    /** The rows of one workflow, or of all together. */
    private Result<Record> rows(String columns, String table) {
      return db.fetch(
          "select " + columns + " from " + table + IN_TIME + " and workflow = ?",
          grid.span().word(),
          Times.text(grid.first()),
          Times.text(grid.end()),
          workflow.orElse(Tallies.ALL));
    }

    private void counts(TreeMap<Instant, Part> byBucket, Part all) {
      for (var row : rows("at, started, completed, failed, cancelled", "tally")) {
        parts(byBucket, all, row).forEach(part -> part.count(row));
      }
    }

    private void durations(TreeMap<Instant, Part> byBucket, Part all) {
      for (var row : rows("at, band, runs", "tally_duration")) {
        parts(byBucket, all, row)
            .forEach(part -> part.durations.add(row.get(1, Integer.class), row.get(2, Long.class)));
      }
    }

    private static List<Part> parts(TreeMap<Instant, Part> byBucket, Part all, Record row) {
      var bucket = byBucket.floorEntry(Instant.parse(row.get(0, String.class)));
      return bucket == null ? List.of(all) : List.of(bucket.getValue(), all);
    }

    /** The busiest ones. */
    private List<Overview.OfWorkflow> workflows() {
      var parts = new LinkedHashMap<String, Part>();
      var sums = "sum(started), sum(completed), sum(failed), sum(cancelled)";
      for (var row : each(sums, "tally", KNOWN, "workflow")) {
        parts.computeIfAbsent(row.get(0, String.class), id -> new Part()).count(row);
      }
      parts.keySet().removeIf(id -> !workflow.orElse(id).equals(id));
      var busiest =
          parts.entrySet().stream()
              .sorted(Comparator.comparingLong(e -> -e.getValue().counts.started()))
              .limit(MOST_WORKFLOWS)
              .toList();
      if (!busiest.isEmpty()) {
        var ids = busiest.stream().map(e -> DSL.inline(e.getKey()).toString()).toList();
        var list = "(" + String.join(",", ids) + ")";
        for (var row : each("band, sum(runs)", "tally_duration", list, "workflow, band")) {
          Optional.ofNullable(parts.get(row.get(0, String.class)))
              .ifPresent(
                  part -> part.durations.add(row.get(1, Integer.class), row.get(2, Long.class)));
        }
      }
      return busiest.stream()
          .map(
              e ->
                  new Overview.OfWorkflow(
                      e.getKey(), name(e.getKey()), e.getValue().counts, e.getValue().times()))
          .toList();
    }

    /** why by a list of workflows: so the index is entered once for each, at the right time. */
    private Result<Record> each(String columns, String table, String workflows, String group) {
      return db.fetch(
          "select workflow, "
              + columns
              + " from "
              + table
              + IN_TIME
              + " and workflow in "
              + workflows
              + " group by "
              + group,
          grid.span().word(),
          Times.text(grid.first()),
          Times.text(grid.end()));
    }

    private String name(String id) {
      return db.fetchOptional("select name from workflow where id = ?", id)
          .map(row -> row.get(0, String.class))
          .orElse(id);
    }

    private Overview.Count runs(String status) {
      return workflow
          .map(id -> count("run where workflow = ? and status = ?", "place", id, status))
          .orElseGet(() -> count("run where status = ?", "place", status));
    }

    private Overview.Count people() {
      return workflow
          .map(
              id ->
                  count(
                      "step join run on run.key = step.run_key where step.status = 'waiting'"
                          + " and step.type = 'userTask' and run.workflow = ?",
                      "step.started_at",
                      id))
          .orElseGet(
              () -> count("step where status = 'waiting' and type = 'userTask'", "started_at"));
    }

    private Overview.Count incidents() {
      return workflow
          .map(
              id ->
                  count(
                      "incident join run on run.key = incident.run_key"
                          + " where incident.resolved_at is null and run.workflow = ?",
                      "incident.created_at",
                      id))
          .orElseGet(() -> count("incident where resolved_at is null", "created_at"));
    }

    /** why no exact number: to count a million of them takes longer than anybody waits. */
    private Overview.Count count(String from, String age, Object... binds) {
      var most = MOST_COUNTED + 1;
      var counted =
          db.fetchSingle(
                  "select count(*) from (select 1 as one from "
                      + from
                      + " limit "
                      + most
                      + ") some",
                  binds)
              .get(0, Long.class);
      var oldest =
          db.fetchOptional(
                  "select " + age + " from " + from + " order by " + age + " limit 1", binds)
              .map(row -> row.get(0, String.class))
              .map(at -> age.equals("place") ? Place.start(Long.parseLong(at)) : Instant.parse(at));
      return new Overview.Count(Math.min(counted, MOST_COUNTED), counted == most, oldest);
    }
  }

  /** Counts and durations of a bucket, a workflow, or all. */
  private static final class Part {
    private Overview.Counts counts = Overview.Counts.NONE;
    private final Durations durations = new Durations();

    /** Adds the four counts behind the row's first column. */
    void count(Record row) {
      counts =
          counts.plus(
              new Overview.Counts(
                  row.get(1, Long.class),
                  row.get(2, Long.class),
                  row.get(3, Long.class),
                  row.get(4, Long.class)));
    }

    Overview.Took times() {
      return new Overview.Took(
          durations.percentile(0.5), durations.percentile(0.95), durations.percentile(0.99));
    }
  }

  /**
   * The buckets of an answer: about sixty, of a length that people know.
   *
   * @param span in which the tallies are read
   */
  private record Grid(Span span, Instant first, Instant end, Duration step) {
    private static final List<Duration> STEPS =
        List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(30));
    private static final int MOST_BUCKETS = 62;

    static Grid of(Instant from, Instant to, Instant now) {
      var length = Duration.between(from, to);
      var step =
          STEPS.stream()
              .filter(one -> length.dividedBy(one) <= MOST_BUCKETS)
              .filter(one -> kept(one, from, now))
              .findFirst()
              .orElse(STEPS.getLast());
      return new Grid(Span.within(step), Span.begin(from, step), to, step);
    }

    private static boolean kept(Duration step, Instant from, Instant now) {
      return Span.within(step) != Span.MINUTE || from.isAfter(now.minus(Span.MINUTES_KEPT));
    }
  }
}
