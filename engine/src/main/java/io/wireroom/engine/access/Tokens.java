package io.wireroom.engine.access;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import io.wireroom.engine.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** API tokens. Looking one up touches memory only, so an event loop may do it; the rest blocks. */
public final class Tokens {
  private final Database database;
  private final Clock clock;
  private final Map<String, Caller> byHash = new ConcurrentHashMap<>();

  public Tokens(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    database
        .read(db -> db.select().from(table("token")).fetch())
        .forEach(
            row ->
                byHash.put(
                    row.get("hash", String.class),
                    new Caller(
                        row.get("name", String.class),
                        Role.valueOf(row.get("role", String.class)))));
  }

  /** Whether there is not a single one, as in a new store. */
  public boolean none() {
    return byHash.isEmpty();
  }

  /** Who holds this token. */
  Optional<Caller> holder(String secret) {
    return Optional.ofNullable(byHash.get(Secret.hash(secret)));
  }

  /** Creates a token and returns its secret, which is not kept; empty when the name is taken. */
  public Optional<String> create(String name, Role role, String by) {
    var secret = Secret.random("wr_");
    var hash = Secret.hash(secret);
    var added =
        database.write(
            db ->
                db.insertInto(table("token"))
                    .columns(
                        field("id"),
                        field("name"),
                        field("role"),
                        field("hash"),
                        field("created_at"),
                        field("created_by"))
                    .values(
                        UUID.randomUUID().toString(),
                        name,
                        role.name(),
                        hash,
                        clock.instant().toString(),
                        by)
                    .onConflictDoNothing()
                    .execute());
    if (added == 0) {
      return Optional.empty();
    }
    byHash.put(hash, new Caller(name, role));
    return Optional.of(secret);
  }

  /** All tokens, without their secrets. */
  public List<Listed> list() {
    return database.read(
        db ->
            db.select()
                .from(table("token"))
                .orderBy(field("created_at"))
                .fetch(
                    row ->
                        new Listed(
                            row.get("name", String.class),
                            Role.valueOf(row.get("role", String.class)).word(),
                            Instant.parse(row.get("created_at", String.class)),
                            row.get("created_by", String.class))));
  }

  /** Ends a token at once; false when there is none of that name. */
  public boolean revoke(String name) {
    var hash =
        database.write(
            db ->
                db.deleteFrom(table("token"))
                    .where(field("name").eq(name))
                    .returning(field("hash", String.class))
                    .fetchOptional(field("hash", String.class)));
    hash.ifPresent(byHash::remove);
    return hash.isPresent();
  }

  /** A token as it is shown. */
  public record Listed(String name, String role, Instant createdAt, String createdBy) {}
}
