package io.wireroom.engine.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.process.RunVariables;
import io.wireroom.engine.store.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads runs, steps and values. Blocks. */
public final class RunQueries {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;
  private final ElementNames names;

  RunQueries(Database database, ElementNames names) {
    this.database = database;
    this.names = names;
  }

  /** Runs by their start, newest first. */
  public List<Run> list(RunFilter filter) {
    var where = RunConditions.of(filter);
    return database.read(
        db ->
            db.fetch(
                    "select * from run where "
                        + where.sql()
                        + " order by started_at desc, key desc limit "
                        + filter.limit(),
                    where.binds().toArray())
                .map(row -> RunRow.view(db, names, row)));
  }

  public Optional<Run> run(long key) {
    return database.read(
        db ->
            db.fetchOptional("select * from run where key = ?", key)
                .map(row -> RunRow.view(db, names, row)));
  }

  /** The run's own variables, without Wireroom's. */
  public ObjectNode variables(long runKey) {
    return database.read(
        db -> values(db, "scope_key = ?", runKey).getOrDefault(runKey, JSON.createObjectNode()));
  }

  /** The run's steps by their change, so that a reader who got some can ask for the rest. */
  public List<Step> steps(long runKey, long afterChange) {
    return database.read(
        db -> rows(db, runKey, afterChange).stream().map(row -> step(db, row)).toList());
  }

  /** The run's steps in the order in which they began, with their values. */
  public List<StepValues> stepsWithValues(long runKey) {
    return database.read(
        db -> {
          var values = values(db, "run_key = ?", runKey);
          var steps = new ArrayList<StepValues>();
          var said = incidents(db, runKey);
          for (var row : rows(db, runKey, 0)) {
            var step = step(db, row);
            steps.add(
                new StepValues(
                    step,
                    values.getOrDefault(step.key(), JSON.createObjectNode()),
                    output(row),
                    step.error()
                        .flatMap(
                            error ->
                                error
                                    .incidentKey()
                                    .flatMap(key -> Optional.ofNullable(said.get(key)))
                                    .filter(text -> !text.equals(error.message())))));
          }
          steps.sort(java.util.Comparator.comparingLong(s -> s.step().key()));
          return List.copyOf(steps);
        });
  }

  /** Runs that changed after {@code change}, in that order; the latest when they are too many. */
  public List<Run> changedRuns(long change, int limit) {
    return database
        .read(
            db ->
                db.fetch(
                        "select * from run where change > ? order by change desc limit ?",
                        change,
                        limit)
                    .map(row -> RunRow.view(db, names, row)))
        .reversed();
  }

  /** Answers what running a run again asks. */
  public PastQueries past() {
    return new PastQueries(database, this);
  }

  /** The number of the store's latest change. */
  public long latestChange() {
    return database.read(db -> new Rows(db).changeCounter().value());
  }

  /** Whether a run of this definition is not over. */
  public boolean anyUnderWay(long definitionKey) {
    return database.read(
        db ->
            !db.fetch(
                    "select 1 from run where definition_key = ? and ended_at is null",
                    definitionKey)
                .isEmpty());
  }

  /** The broker's key of the definition that a run goes by. */
  public Optional<Long> definitionOf(long key) {
    return database.read(
        db ->
            db.fetchOptional("select definition_key from run where key = ?", key)
                .map(row -> row.get(0, Long.class)));
  }

  /** The run that an event started or continued. */
  public Optional<EventRun> runOfEvent(String eventId) {
    return database.read(
        db ->
            db.fetchOptional("select key from run where event_id = ?", eventId)
                .map(row -> new EventRun(row.get(0, Long.class), true))
                .or(
                    () ->
                        db.fetchOptional(
                                "select run_key from correlation where event_id = ?", eventId)
                            .map(row -> new EventRun(row.get(0, Long.class), false))));
  }

  /** The run of an event; {@code started} is false for one that was under way before. */
  public record EventRun(long key, boolean started) {}

  /** An incident that waits for a person. */
  public Optional<Incident> openIncident(long key) {
    return database.read(
        db ->
            db.fetchOptional(
                    """
                    select incident.*, step.retries from incident
                    left join step on step.key = incident.step_key
                    where incident.key = ? and resolved_at is null
                    """,
                    key)
                .map(
                    row ->
                        new Incident(
                            key,
                            row.get("run_key", Long.class),
                            row.get("step_key", Long.class),
                            Optional.of(row.get("job_key", Long.class)).filter(k -> k > 0),
                            Optional.ofNullable(row.get("retries", Integer.class)).orElse(1))));
  }

  static Optional<ObjectNode> output(Record row) {
    return Optional.ofNullable(row.get("output", String.class))
        .map(RunQueries::parse)
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast);
  }

  Step step(DSLContext db, Record row) {
    var state = StepRow.read(row);
    return state.step(names.name(db, state.definitionKey, state.elementId));
  }

  private static List<Record> rows(DSLContext db, long runKey, long afterChange) {
    return db.fetch(
        "select * from step where run_key = ? and change > ? order by change", runKey, afterChange);
  }

  /** What the broker said about each incident. */
  private static Map<Long, String> incidents(DSLContext db, long runKey) {
    return db.fetch("select key, message from incident where run_key = ?", runKey)
        .intoMap(row -> row.get("key", Long.class), row -> row.get("message", String.class));
  }

  static Map<Long, ObjectNode> values(DSLContext db, String where, long key) {
    var scopes = new HashMap<Long, ObjectNode>();
    for (var row : db.fetch("select scope_key, name, json from value where " + where, key)) {
      var name = row.get("name", String.class);
      if (!name.startsWith(RunVariables.PREFIX)) {
        scopes
            .computeIfAbsent(row.get("scope_key", Long.class), scope -> JSON.createObjectNode())
            .set(name, parse(row.get("json", String.class)));
      }
    }
    return scopes;
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored value is not JSON", e);
    }
  }

  /** The counts of every workflow that has runs, by its id. */
  public Map<String, RunCounts> counts(Instant since) {
    return database.read(
        db ->
            db.fetch(
                    "select workflow, sum(started_at >= ?) as begun, sum(status = 'failed') as failed"
                        + " from run where started_at >= ? or status = 'failed' group by workflow",
                    Times.text(since),
                    Times.text(since))
                .intoMap(
                    row -> row.get("workflow", String.class),
                    row ->
                        new RunCounts(
                            row.get("begun", Integer.class), row.get("failed", Integer.class))));
  }
}
