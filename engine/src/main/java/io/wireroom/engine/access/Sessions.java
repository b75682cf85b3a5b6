package io.wireroom.engine.access;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import io.wireroom.engine.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Browser sessions and the one-time codes that begin them. Looking one up touches memory only. */
public final class Sessions {
  static final Duration SESSION = Duration.ofDays(30);
  private static final Duration CODE = Duration.ofHours(1);

  private final Database database;
  private final Clock clock;
  private final Map<String, Open> byHash = new ConcurrentHashMap<>();
  private final Map<String, Instant> codes = new ConcurrentHashMap<>();

  public Sessions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    database
        .read(db -> db.select().from(table("session")).fetch())
        .forEach(
            row ->
                byHash.put(
                    row.get("hash", String.class),
                    new Open(
                        new Caller(
                            row.get("name", String.class),
                            Role.valueOf(row.get("role", String.class))),
                        Instant.parse(row.get("expires_at", String.class)))));
  }

  /** A code that signs the admin in once, within an hour, while this process runs. */
  public String issueCode() {
    var code = Secret.random("");
    codes.put(Secret.hash(code), clock.instant().plus(CODE));
    return code;
  }

  /** Uses up a code; false when it is unknown, used or too old. */
  boolean redeem(String code) {
    var expires = codes.remove(Secret.hash(code));
    return expires != null && clock.instant().isBefore(expires);
  }

  /** Begins a session and returns the cookie's value. */
  String open(Caller caller) {
    var secret = Secret.random("");
    var now = clock.instant();
    var session = new Open(caller, now.plus(SESSION));
    byHash.put(Secret.hash(secret), session);
    if (database.damage().isPresent()) {
      return secret; // why: it lasts as long as this process, so that people can look at runs
    }
    database.change(
        db -> {
          db.deleteFrom(table("session"))
              .where(field("expires_at", String.class).lt(now.toString()))
              .execute();
          db.insertInto(table("session"))
              .columns(
                  field("hash"),
                  field("name"),
                  field("role"),
                  field("created_at"),
                  field("expires_at"))
              .values(
                  Secret.hash(secret),
                  caller.name(),
                  caller.role().name(),
                  now.toString(),
                  session.expires().toString())
              .execute();
        });
    return secret;
  }

  Optional<Caller> holder(String secret) {
    return Optional.ofNullable(byHash.get(Secret.hash(secret)))
        .filter(session -> clock.instant().isBefore(session.expires()))
        .map(Open::caller);
  }

  void close(String secret) {
    var hash = Secret.hash(secret);
    byHash.remove(hash);
    database.change(db -> db.deleteFrom(table("session")).where(field("hash").eq(hash)).execute());
  }

  /** Ends every session of that name; whoever lost a token is out at once. */
  void closeAllOf(String name) {
    byHash.values().removeIf(session -> session.caller().name().equals(name));
    database.change(db -> db.deleteFrom(table("session")).where(field("name").eq(name)).execute());
  }

  private record Open(Caller caller, Instant expires) {}
}
