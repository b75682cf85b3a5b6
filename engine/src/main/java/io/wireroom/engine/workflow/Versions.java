package io.wireroom.engine.workflow;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

import io.wireroom.engine.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Published versions of workflows. Blocks. */
public final class Versions {
  private final Database database;
  private final Clock clock;

  public Versions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Keeps a version that the broker has; the same one again changes nothing. */
  void save(Diagram diagram, int version, long definitionKey, String xml, String by) {
    var now = clock.instant().toString();
    database.change(
        db -> {
          touch(db, diagram, now);
          db.insertInto(table("version"))
              .columns(
                  field("workflow_id"),
                  field("version"),
                  field("definition_key"),
                  field("xml"),
                  field("published_at"),
                  field("published_by"))
              .values(diagram.id(), version, definitionKey, xml, now, by)
              .onConflictDoNothing()
              .execute();
        });
  }

  public Optional<Version> latest(String workflow) {
    return database.read(
        db ->
            db.select()
                .from(table("version"))
                .where(field("workflow_id").eq(workflow))
                .orderBy(field("version").desc())
                .limit(1)
                .fetchOptional(Versions::version));
  }

  /** All versions of a workflow, the newest first. */
  public List<Version> of(String workflow) {
    return database.read(
        db ->
            db.select()
                .from(table("version"))
                .where(field("workflow_id").eq(workflow))
                .orderBy(field("version").desc())
                .fetch(Versions::version));
  }

  /** The version that the broker knows by this key. */
  public Optional<Version> byDefinition(long definitionKey) {
    return database.read(
        db ->
            db.select()
                .from(table("version"))
                .where(field("definition_key").eq(definitionKey))
                .fetchOptional(Versions::version));
  }

  /** The newest version of each workflow. */
  public List<Version> newest() {
    return database.read(
        db ->
            db.fetch(
                    "select v.* from version v join (select workflow_id, max(version) as newest"
                        + " from version group by workflow_id) n"
                        + " on n.workflow_id = v.workflow_id and n.newest = v.version")
                .map(Versions::version));
  }

  static void touch(DSLContext db, Diagram diagram, String now) {
    db.insertInto(table("workflow"))
        .columns(field("id"), field("name"), field("created_at"), field("updated_at"))
        .values(diagram.id(), diagram.name(), now, now)
        .onConflict(field("id"))
        .doUpdate()
        .set(field("name"), (Object) diagram.name())
        .set(field("updated_at"), (Object) now)
        .execute();
  }

  static void removeIfEmpty(DSLContext db, String workflow) {
    db.deleteFrom(table("workflow"))
        .where(field("id").eq(workflow))
        .and(notExists(selectOne().from(table("draft")).where(field("workflow_id").eq(workflow))))
        .and(notExists(selectOne().from(table("version")).where(field("workflow_id").eq(workflow))))
        .execute();
  }

  private static Version version(Record row) {
    return new Version(
        row.get("workflow_id", String.class),
        row.get("version", Integer.class),
        row.get("definition_key", Long.class),
        row.get("xml", String.class),
        Instant.parse(row.get("published_at", String.class)),
        row.get("published_by", String.class));
  }

  /** A published version; {@code xml} is as its author drew it. */
  public record Version(
      String workflow,
      int version,
      long definitionKey,
      String xml,
      Instant publishedAt,
      String publishedBy) {}
}
