package io.wireroom.engine.workflow;

import io.wireroom.engine.process.Origin;
import io.wireroom.engine.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What we gave to the broker, and what it was made from. Blocks. */
public final class Deployments {
  private final Database database;
  private final Clock clock;

  public Deployments(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What a definition is for. */
  enum Kind {
    PUBLISHED,
    PAUSED,
    COPY
  }

  void keep(long definitionKey, Origin origin, Kind kind, String xml) {
    database.change(
        db ->
            db.execute(
                """
                insert into deployment (definition_key, workflow_id, version, kind, xml, deployed_at)
                values (?, ?, ?, ?, ?, ?) on conflict (definition_key) do nothing
                """,
                definitionKey,
                origin.workflow(),
                origin.version(),
                kind.name(),
                xml,
                clock.instant().toString()));
  }

  /** The diagram as it was drawn. */
  public Optional<Diagram> drawn(long definitionKey) {
    return xml(definitionKey).map(Diagram::parse);
  }

  /** The same as text. */
  public Optional<String> xml(long definitionKey) {
    return database.read(
        db ->
            db.fetchOptional("select xml from deployment where definition_key = ?", definitionKey)
                .map(row -> row.get(0, String.class)));
  }

  /** The broker's newest definition of a published version. */
  public Optional<Long> definition(Origin origin) {
    return database.read(
        db ->
            db.fetchOptional(
                    "select definition_key from deployment where workflow_id = ? and version = ?"
                        + " and kind <> 'COPY' and removed_at is null"
                        + " order by definition_key desc limit 1",
                    origin.workflow(),
                    origin.version())
                .map(row -> row.get(0, Long.class)));
  }

  boolean isCopy(long definitionKey) {
    return database.read(
        db ->
            !db.fetch(
                    "select 1 from deployment where definition_key = ? and kind = 'COPY'"
                        + " and removed_at is null",
                    definitionKey)
                .isEmpty());
  }

  /** Copies from before {@code age} ago that nobody has removed. */
  List<Long> copiesOlderThan(Duration age) {
    var before = clock.instant().minus(age).toString();
    return database.read(
        db ->
            db.fetch(
                    "select definition_key from deployment where kind = 'COPY'"
                        + " and removed_at is null and deployed_at < ?",
                    before)
                .map(row -> row.get(0, Long.class)));
  }

  void removed(long definitionKey) {
    database.change(
        db ->
            db.execute(
                "update deployment set removed_at = ? where definition_key = ?",
                clock.instant().toString(),
                definitionKey));
  }
}
