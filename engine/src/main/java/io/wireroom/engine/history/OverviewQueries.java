package io.wireroom.engine.history;

import io.wireroom.engine.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** Answers for a dashboard, from tallies and not from runs. Blocks. */
public final class OverviewQueries {
  private static final int MOST_COUNTED = 10_000;
  private static final int MOST_WORKFLOWS = 50;

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
      var byWorkflow = new LinkedHashMap<String, Part>();
      var all = new Part();
      counts(byBucket, byWorkflow, all);
      durations(byBucket, byWorkflow, all);
      return new Overview(
          byBucket.entrySet().stream()
              .map(e -> new Overview.Bucket(e.getKey(), e.getValue().counts, e.getValue().times()))
              .toList(),
          grid.step().toSeconds(),
          all.counts,
          runs("running"),
          runs("waiting"),
          all.times(),
          workflows(byWorkflow),
          people(),
          incidents());
    }

    private String where() {
      return " where span = ? and at >= ? and at < ?"
          + (workflow.isPresent() ? " and workflow = ?" : "");
    }

    private Object[] binds() {
      var binds = new ArrayList<Object>();
      binds.add(grid.span().word());
      binds.add(Times.text(grid.first()));
      binds.add(Times.text(grid.end()));
      workflow.ifPresent(binds::add);
      return binds.toArray();
    }

    private void counts(TreeMap<Instant, Part> byBucket, Map<String, Part> byWorkflow, Part all) {
      var sql = "select at, workflow, started, completed, failed, cancelled from tally" + where();
      for (var row : db.fetch(sql, binds())) {
        var counts =
            new Overview.Counts(
                row.get(2, Long.class),
                row.get(3, Long.class),
                row.get(4, Long.class),
                row.get(5, Long.class));
        for (var part :
            parts(byBucket, byWorkflow, all, row.get(0, String.class), row.get(1, String.class))) {
          part.counts = part.counts.plus(counts);
        }
      }
    }

    private void durations(
        TreeMap<Instant, Part> byBucket, Map<String, Part> byWorkflow, Part all) {
      var sql = "select at, workflow, band, runs from tally_duration" + where();
      for (var row : db.fetch(sql, binds())) {
        for (var part :
            parts(byBucket, byWorkflow, all, row.get(0, String.class), row.get(1, String.class))) {
          part.durations.add(row.get(2, Integer.class), row.get(3, Long.class));
        }
      }
    }

    private static List<Part> parts(
        TreeMap<Instant, Part> byBucket,
        Map<String, Part> byWorkflow,
        Part all,
        String at,
        String workflow) {
      var bucket = byBucket.floorEntry(Instant.parse(at));
      var ofWorkflow = byWorkflow.computeIfAbsent(workflow, id -> new Part());
      return bucket == null
          ? List.of(ofWorkflow, all)
          : List.of(bucket.getValue(), ofWorkflow, all);
    }

    private List<Overview.OfWorkflow> workflows(Map<String, Part> byWorkflow) {
      return byWorkflow.entrySet().stream()
          .sorted(java.util.Comparator.comparingLong(e -> -e.getValue().counts.started()))
          .limit(MOST_WORKFLOWS)
          .map(
              e ->
                  new Overview.OfWorkflow(
                      e.getKey(), name(e.getKey()), e.getValue().counts, e.getValue().times()))
          .toList();
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
    private static final int MOST_BUCKETS = 100;

    static Grid of(Instant from, Instant to, Instant now) {
      var length = Duration.between(from, to);
      var step =
          STEPS.stream()
              .filter(one -> length.dividedBy(one) <= MOST_BUCKETS)
              .filter(one -> kept(one, from, now))
              .findFirst()
              .orElse(STEPS.getLast());
      var seconds = step.toSeconds();
      var first = Instant.ofEpochSecond(Math.floorDiv(from.getEpochSecond(), seconds) * seconds);
      return new Grid(span(step), first, to, step);
    }

    private static boolean kept(Duration step, Instant from, Instant now) {
      return span(step) != Span.MINUTE || from.isAfter(now.minus(Span.MINUTES_KEPT));
    }

    private static Span span(Duration step) {
      if (step.toHours() < 1) {
        return Span.MINUTE;
      }
      return step.toDays() < 1 ? Span.HOUR : Span.DAY;
    }
  }
}
