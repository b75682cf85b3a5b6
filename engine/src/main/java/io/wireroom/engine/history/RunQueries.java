package io.wireroom.engine.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.document.DocumentId;
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

  /** Why the store takes no records, in a sentence; empty while it is sound. */
  public Optional<String> damage() {
    return database.damage();
  }

  /** Runs by their start, newest first: as many as the filter asks for, if there are. */
  public List<Run> list(RunFilter filter) {
    var page = page(filter);
    var all = new ArrayList<>(page.runs());
    while (all.size() < filter.limit() && page.next().isPresent()) {
      page = page(filter.from(page.next().get(), filter.limit() - all.size()));
      all.addAll(page.runs());
    }
    return List.copyOf(all);
  }

  /** A page of them, found in a time that does not depend on how many there are. */
  public RunPage page(RunFilter filter) {
    return database.read(
        db -> {
          var found = new RunSearch(db, filter).page();
          var runs = found.rows().stream().map(row -> RunRow.view(db, names, row)).toList();
          var failed = runs.stream().filter(run -> run.incidents() > 0).map(Run::key).toList();
          return new RunPage(runs, troubles(db, failed), found.next().map(RunFilter.Place::of));
        });
  }

  /** The open incidents of these runs, the oldest first. */
  private static Map<Long, List<RunPage.Trouble>> troubles(DSLContext db, List<Long> runs) {
    var troubles = new HashMap<Long, List<RunPage.Trouble>>();
    var sql =
        "select run_key, key, message from incident"
            + " where resolved_at is null and run_key in (%s) order by key";
    for (var row : runs.isEmpty() ? List.<Record>of() : db.fetch(sql.formatted(Keys.in(runs)))) {
      troubles
          .computeIfAbsent(row.get(0, Long.class), key -> new ArrayList<>())
          .add(
              new RunPage.Trouble(
                  row.get(1, Long.class), UncaughtError.words(row.get(2, String.class))));
    }
    return troubles;
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
          var steps =
              new ArrayList<>(new StepReader(db, names, runKey).values(rows(db, runKey, 0)));
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
    return new PastQueries(database, names, this);
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

  /** A hundred runs in which an incident waits for a person, those after a key. */
  List<Long> runsWithOpenIncidents(long after) {
    return database.read(
        db ->
            db.fetch(
                    "select distinct run_key from incident where resolved_at is null"
                        + " and run_key > ? order by run_key limit 100",
                    after)
                .map(row -> row.get(0, Long.class)));
  }

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

  /** Whether a value of a run that is kept refers to the document. */
  public boolean needs(DocumentId document) {
    return database.read(
        db ->
            !db.fetch("select 1 from document_use where document_id = ? limit 1", document.text())
                .isEmpty());
  }

  /** When the newest record was written that is stored; empty before the first. */
  public Optional<Instant> newestRecordAt() {
    return counter("lastRecordMillis").filter(at -> at > 0).map(Instant::ofEpochMilli);
  }

  /** How many records were kept without being understood. */
  public long unknownRecords() {
    return counter("unknownRecords").orElse(0L);
  }

  private Optional<Long> counter(String name) {
    return database.read(
        db ->
            db.fetchOptional("select value from counter where name = ?", name)
                .map(row -> row.get(0, Long.class)));
  }

  private Step step(DSLContext db, Record row) {
    var state = StepRow.read(row);
    return state.step(names.name(db, state.definitionKey, state.elementId));
  }

  private static List<Record> rows(DSLContext db, long runKey, long afterChange) {
    return db.fetch(
        "select * from step where run_key = ? and change > ? order by change", runKey, afterChange);
  }

  /** What the broker said about each incident. */
  static Map<Long, String> incidents(DSLContext db, long runKey) {
    return db.fetch("select key, message from incident where run_key = ?", runKey)
        .intoMap(row -> row.get("key", Long.class), row -> row.get("message", String.class));
  }

  static Map<Long, ObjectNode> values(DSLContext db, String where, Object... keys) {
    var scopes = new HashMap<Long, ObjectNode>();
    for (var row : db.fetch("select scope_key, name, json from value where " + where, keys)) {
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
        db -> {
          var counts = new HashMap<String, RunCounts>();
          db.fetch(
                  "select workflow, count(*) from run where place >= ? group by workflow",
                  Place.first(since))
              .forEach(
                  row ->
                      counts.put(
                          row.get(0, String.class), new RunCounts(row.get(1, Integer.class), 0)));
          db.fetch("select workflow, count(*) from run where status = 'failed' group by workflow")
              .forEach(
                  row ->
                      counts.merge(
                          row.get(0, String.class),
                          new RunCounts(0, row.get(1, Integer.class)),
                          (a, b) -> new RunCounts(a.begun(), b.failed())));
          return Map.copyOf(counts);
        });
  }
}
