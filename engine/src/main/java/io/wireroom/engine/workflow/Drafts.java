package io.wireroom.engine.workflow;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import io.wireroom.engine.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Everybody's private drafts. Blocks. */
public final class Drafts {
  private final Database database;
  private final Clock clock;

  public Drafts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public Optional<Draft> find(String workflow, String person) {
    return database.read(db -> find(db, workflow, person));
  }

  /**
   * Keeps a draft when {@code expected} still is its revision.
   *
   * @param expected the revision that the caller saw; empty when it saw none
   * @param basedOn the version it now stands on: for a new draft, or to put one on a newer version
   */
  public Saved save(
      Diagram diagram, String person, String xml, OptionalInt expected, Optional<Integer> basedOn) {
    return database.write(db -> save(db, diagram, person, xml, expected, basedOn));
  }

  private Saved save(
      DSLContext db,
      Diagram diagram,
      String person,
      String xml,
      OptionalInt expected,
      Optional<Integer> basedOn) {
    var existing = find(db, diagram.id(), person);
    var revision = existing.map(Draft::revision).orElse(0);
    if (existing.isPresent() && expected.orElse(-1) != revision) {
      return new Saved.Conflict(revision);
    }
    var now = clock.instant().toString();
    Versions.touch(db, diagram, now);
    if (existing.isPresent()) {
      db.update(table("draft"))
          .set(field("xml"), (Object) xml)
          .set(
              field("based_on", Integer.class),
              basedOn.or(() -> existing.get().basedOn()).orElse(null))
          .set(field("revision"), (Object) (revision + 1))
          .set(field("updated_at"), (Object) now)
          .where(owned(diagram.id(), person))
          .execute();
    } else {
      db.insertInto(table("draft"))
          .columns(
              field("workflow_id"),
              field("person"),
              field("xml"),
              field("based_on"),
              field("revision"),
              field("updated_at"))
          .values(diagram.id(), person, xml, basedOn.orElse(null), 1, now)
          .execute();
    }
    return new Saved.Kept(find(db, diagram.id(), person).orElseThrow());
  }

  /** Throws a draft away; a workflow that was never published and has no draft left is gone. */
  public boolean discard(String workflow, String person) {
    return database.write(
        db -> {
          var gone = db.deleteFrom(table("draft")).where(owned(workflow, person)).execute() > 0;
          Versions.removeIfEmpty(db, workflow);
          return gone;
        });
  }

  private static Optional<Draft> find(DSLContext db, String workflow, String person) {
    return db.select()
        .from(table("draft"))
        .where(owned(workflow, person))
        .fetchOptional(Drafts::draft);
  }

  private static Condition owned(String workflow, String person) {
    return field("workflow_id").eq(workflow).and(field("person").eq(person));
  }

  private static Draft draft(Record row) {
    return new Draft(
        row.get("workflow_id", String.class),
        row.get("xml", String.class),
        Optional.ofNullable(row.get("based_on", Integer.class)),
        row.get("revision", Integer.class),
        Instant.parse(row.get("updated_at", String.class)));
  }

  /** One person's draft of a workflow. */
  public record Draft(
      String workflow, String xml, Optional<Integer> basedOn, int revision, Instant updatedAt) {}

  /** What came of saving. */
  public sealed interface Saved {
    /** It is stored. */
    record Kept(Draft draft) implements Saved {}

    /** Somebody saved since: ask the person what to keep. */
    record Conflict(int revision) implements Saved {}
  }
}
