package io.wireroom.engine.history;

import io.wireroom.engine.store.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads incidents, open ones and those that were repaired. Blocks. */
public final class IncidentQueries {
  private static final String SELECT =
      """
      select incident.key, incident.run_key, incident.step_key, incident.type, incident.message,
        incident.created_at, incident.resolved_at, run.workflow, run.version,
        step.definition_key as step_definition, run.definition_key as run_definition,
        coalesce(step.element_id, run.workflow) as element_id, step.job_type, step.retries
      from incident join run on run.key = incident.run_key
      left join step on step.key = incident.step_key
      where\s""";
  private static final String OPEN = "incident.resolved_at is null and run.ended_at is null";
  private static final String TEXT =
      """
      (cast(incident.key as text) = ? or cast(incident.run_key as text) = ?
        or lower(step.element_id) like ? escape '\\' or lower(incident.message) like ? escape '\\')""";

  private final Database database;
  private final ElementNames names;

  IncidentQueries(Database database, ElementNames names) {
    this.database = database;
    this.names = names;
  }

  public Optional<IncidentView> find(long key) {
    return database.read(
        db -> db.fetchOptional(SELECT + "incident.key = ?", key).map(row -> view(db, row)));
  }

  /** By the time they were raised, newest first. */
  public List<IncidentView> list(IncidentFilter filter) {
    var where = new ArrayList<String>(List.of("1 = 1"));
    var binds = new ArrayList<Object>();
    filter.workflow().ifPresent(id -> add(where, binds, "run.workflow = ?", id));
    filter.elementId().ifPresent(id -> add(where, binds, "step.element_id = ?", id));
    filter.open().ifPresent(open -> where.add(open ? OPEN : "not (" + OPEN + ")"));
    filter
        .text()
        .ifPresent(
            text -> {
              var like =
                  "%"
                      + text.toLowerCase(java.util.Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1")
                      + "%";
              add(where, binds, TEXT, text, text, like, like);
            });
    filter
        .after()
        .ifPresent(
            place -> {
              var at = Times.text(place.createdAt());
              add(
                  where,
                  binds,
                  "(incident.created_at < ? or (incident.created_at = ? and incident.key < ?))",
                  at,
                  at,
                  place.key());
            });
    binds.add(filter.limit());
    return database.read(
        db ->
            db.fetch(
                    SELECT
                        + String.join(" and ", where)
                        + " order by incident.created_at desc, incident.key desc limit ?",
                    binds.toArray())
                .map(row -> view(db, row)));
  }

  private static void add(
      List<String> where, List<Object> binds, String condition, Object... values) {
    where.add(condition);
    binds.addAll(List.of(values));
  }

  private IncidentView view(DSLContext db, Record row) {
    var definition =
        Optional.ofNullable(row.get("step_definition", Long.class))
            .orElseGet(() -> row.get("run_definition", Long.class));
    var workflow = row.get("workflow", String.class);
    var element = row.get("element_id", String.class);
    var type = row.get("type", String.class);
    return new IncidentView(
        row.get("key", Long.class),
        row.get("run_key", Long.class),
        definition,
        workflow,
        names.name(db, definition, workflow),
        row.get("version", Integer.class),
        row.get("step_key", Long.class),
        element,
        names.name(db, definition, element),
        Optional.ofNullable(row.get("job_type", String.class)),
        type,
        row.get("message", String.class),
        Instant.parse(row.get("created_at", String.class)),
        Optional.ofNullable(row.get("resolved_at", String.class)).map(Instant::parse),
        type.contains("NO_RETRIES")
            ? 0
            : Optional.ofNullable(row.get("retries", Integer.class)).orElse(0));
  }
}
