package io.wireroom.engine.history;

import io.wireroom.engine.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads what running a run again asks: where steps stood, and how they ended. Blocks. */
public final class PastQueries {
  private final Database database;
  private final ElementNames names;
  private final RunQueries runs;

  PastQueries(Database database, ElementNames names, RunQueries runs) {
    this.database = database;
    this.names = names;
    this.runs = runs;
  }

  /** Keys of a workflow's runs, but of none that was run again, newest first. */
  public List<Long> keys(
      String workflow,
      Optional<Status> status,
      Optional<Instant> since,
      Optional<Instant> until,
      int limit) {
    return database.read(
        db ->
            db.fetch(
                    "select key from run where workflow = ? and trigger_kind <> 'again'"
                        + " and (? = '' or status = ?) and started_at >= ? and started_at < ?"
                        + " order by started_at desc, key desc limit "
                        + limit,
                    workflow,
                    status.map(Status::word).orElse(""),
                    status.map(Status::word).orElse(""),
                    since.map(Times::text).orElse(""),
                    until.map(Times::text).orElse("9"))
                .map(row -> row.get(0, Long.class)));
  }

  /**
   * Where a step stands in the step around it.
   *
   * @param number of the loop's item, or how often the element was entered there, this time
   *     included
   */
  public record Spot(String elementId, Optional<Long> parent, int number) {}

  /** Where a step stands; empty while the history does not know it, or not its loop's counter. */
  public Optional<Spot> spot(long stepKey) {
    return database.read(
        db ->
            db.fetchOptional(
                    """
                    select step.run_key, step.element_id, step.parent_key, around.type as around
                    from step left join step around on around.key = step.parent_key
                    where step.key = ?
                    """,
                    stepKey)
                .flatMap(row -> spot(db, stepKey, row)));
  }

  private static Optional<Spot> spot(DSLContext db, long stepKey, Record row) {
    var element = row.get("element_id", String.class);
    var parent = Optional.ofNullable(row.get("parent_key", Long.class));
    if ("multiInstanceBody".equals(row.get("around", String.class))) {
      return db.fetchOptional(
              "select json from value where scope_key = ? and name = 'loopCounter'", stepKey)
          .map(
              json ->
                  new Spot(element, parent, RunQueries.parse(json.get(0, String.class)).asInt()));
    }
    var passes =
        db.fetchSingle(
                "select count(*) from step where run_key = ? and element_id = ? and key <= ?"
                    + " and coalesce(parent_key, 0) = ?",
                row.get("run_key", Long.class),
                element,
                stepKey,
                parent.orElse(0L))
            .get(0, Integer.class);
    return Optional.of(new Spot(element, parent, passes));
  }

  /** A step with its values. */
  public Optional<StepValues> stepWithValues(long stepKey) {
    return database.read(
        db ->
            db.fetchOptional("select * from step where key = ?", stepKey)
                .map(
                    row ->
                        new StepReader(db, names, row.get("run_key", Long.class))
                            .values(List.of(row))
                            .getFirst()));
  }

  /** The boundary event that ended a step, or a step around it. */
  public Optional<String> interruptionOf(Step step) {
    return step.status() == Status.CANCELLED ? interruptionOf(step.key()) : Optional.empty();
  }

  private Optional<String> interruptionOf(long stepKey) {
    return database.read(
        db ->
            db.fetchOptional(
                    """
                    select boundary.element_id from step
                    join step boundary on boundary.run_key = step.run_key
                      and boundary.type = 'boundaryEvent' and boundary.started_at >= step.started_at
                    where step.key = ? and boundary.key > step.key
                      and boundary.started_at <= step.ended_at
                    order by boundary.key desc limit 1
                    """,
                    stepKey)
                .map(row -> row.get(0, String.class)));
  }

  /** The run that a step called. */
  public Optional<Long> calledBy(long stepKey) {
    return database.read(
        db ->
            db.fetchOptional(
                    """
                    select run.key from step join run on run.parent_run_key = step.run_key
                      and run.parent_step_key = step.key
                    where step.key = ? order by run.key desc limit 1
                    """,
                    stepKey)
                .map(row -> row.get(0, Long.class)));
  }

  /** The incident at which a step waits. */
  public Optional<Incident> openIncidentOf(long stepKey) {
    return database
        .read(
            db ->
                db.fetchOptional(
                        "select key from incident where step_key = ? and resolved_at is null"
                            + " order by key desc limit 1",
                        stepKey)
                    .map(row -> row.get("key", Long.class)))
        .flatMap(runs::openIncident);
  }
}
