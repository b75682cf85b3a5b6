package io.wireroom.engine.alert;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.history.Times;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.web.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Alerts in the store: raised, counted, resolved, waiting to be sent. Blocks. */
final class AlertRows {
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final Database database;
  private final Clock clock;

  AlertRows(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The open incidents that the rule has not told of, the oldest first. */
  List<Long> untold(Rule rule, int most) {
    return database.read(
        db ->
            db.fetch(
                    """
                    select i.key from incident i join run r on r.key = i.run_key
                    where i.resolved_at is null and r.ended_at is null and i.created_at >= ?
                      and (? = '' or r.workflow = ?) and r.workflow <> ?
                      and not exists (select 1 from alert_incident a
                        where a.rule_id = ? and a.incident_key = i.key)
                    order by i.created_at, i.key limit ?
                    """,
                    Times.text(rule.since()),
                    rule.workflow().orElse(""),
                    rule.workflow().orElse(""),
                    handler(rule),
                    rule.id(),
                    most)
                .map(row -> row.get(0, Long.class)));
  }

  /** why left out: a handler that fails must not be called for its own failure, for ever. */
  private static String handler(Rule rule) {
    return rule.to() instanceof Rule.Destination.Handler(var workflow) ? workflow : "";
  }

  /** Counts the incident to the alert of its cause, which begins with the first. */
  void tell(Rule rule, long incidentKey, Cause cause) {
    database.change(
        db -> {
          var alert = raise(db, rule, cause);
          db.execute(
              """
              insert into alert_incident (rule_id, incident_key, alert_id) values (?, ?, ?)
              on conflict (rule_id, incident_key) do nothing
              """,
              rule.id(),
              incidentKey,
              alert);
        });
  }

  /** Begins the alert of the cause, unless it is open already. */
  void raiseOnce(Rule rule, Cause cause) {
    database.change(
        db -> {
          if (open(db, openCause(rule, cause.key())).isEmpty()) {
            raise(db, rule, cause);
          }
        });
  }

  private String raise(DSLContext db, Rule rule, Cause cause) {
    var now = Times.text(clock.instant());
    var open = open(db, openCause(rule, cause.key()));
    if (open.isPresent()) {
      db.execute("update alert set count = count + 1, last_at = ? where id = ?", now, open.get());
      return open.get();
    }
    var id = UUID.randomUUID().toString();
    db.execute(
        """
        insert into alert (id, rule_id, rule_name, kind, open_cause, facts, count, first_at,
          last_at, state, attempts, next_at)
        values (?, ?, ?, ?, ?, ?, 1, ?, ?, 'waiting', 0, ?)
        """,
        id,
        rule.id(),
        rule.name(),
        rule.on().name(),
        openCause(rule, cause.key()),
        cause.facts().deepCopy().put("path", cause.path()).toString(),
        now,
        now,
        now);
    return id;
  }

  private static Optional<String> open(DSLContext db, String openCause) {
    return db.fetchOptional("select id from alert where open_cause = ?", openCause)
        .map(row -> row.get(0, String.class));
  }

  private static String openCause(Rule rule, String cause) {
    return rule.id() + "|" + rule.on() + "|" + cause;
  }

  /** The cause lasts no longer: the next time is told again. */
  void resolve(Rule rule, String cause) {
    database.change(
        db ->
            db.execute(
                "update alert set resolved_at = ?, open_cause = null where open_cause = ?",
                Times.text(clock.instant()),
                openCause(rule, cause)));
  }

  /** Resolves those whose incidents are all repaired, or whose runs ended. */
  void resolveRepaired() {
    database.change(
        db ->
            db.execute(
                """
                update alert set resolved_at = ?, open_cause = null
                where open_cause is not null and kind in ('incident', 'failedRun')
                  and not exists (select 1 from alert_incident a
                    join incident i on i.key = a.incident_key join run r on r.key = i.run_key
                    where a.alert_id = alert.id and i.resolved_at is null and r.ended_at is null)
                """,
                Times.text(clock.instant())));
  }

  /** One that is due, for the caller alone to send; it comes again when nothing is said of it. */
  Optional<Alert> take() {
    var now = clock.instant();
    return database.write(
        db -> {
          var due =
              db.fetchOptional(
                  "select * from alert where state = 'waiting' and next_at <= ?"
                      + " order by next_at, id limit 1",
                  Times.text(now));
          due.ifPresent(
              row ->
                  db.execute(
                      "update alert set next_at = ? where id = ?",
                      Times.text(now.plus(LEASE)),
                      row.get("id", String.class)));
          return due.map(AlertRows::alert);
        });
  }

  void sent(Alert alert) {
    database.change(
        db ->
            db.execute(
                "update alert set state = 'sent', sent_at = ?, attempts = attempts + 1,"
                    + " error = null where id = ?",
                Times.text(clock.instant()),
                alert.id()));
  }

  void notSent(Alert alert, String state, String error, Instant next) {
    database.change(
        db ->
            db.execute(
                "update alert set state = ?, error = ?, attempts = attempts + 1, next_at = ?"
                    + " where id = ?",
                state,
                error,
                Times.text(next),
                alert.id()));
  }

  /** The newest first. */
  List<Alert> list(int limit) {
    return database.read(
        db ->
            db.select()
                .from(table("alert"))
                .orderBy(field("first_at").desc(), field("id").desc())
                .limit(limit)
                .fetch(AlertRows::alert));
  }

  private static Alert alert(Record row) {
    return new Alert(
        row.get("id", String.class),
        row.get("rule_id", String.class),
        row.get("rule_name", String.class),
        row.get("kind", String.class),
        facts(row.get("facts", String.class)),
        row.get("count", Long.class),
        Instant.parse(row.get("first_at", String.class)),
        Instant.parse(row.get("last_at", String.class)),
        time(row, "resolved_at"),
        row.get("state", String.class),
        row.get("attempts", Integer.class),
        Instant.parse(row.get("next_at", String.class)),
        time(row, "sent_at"),
        Optional.ofNullable(row.get("error", String.class)));
  }

  private static Optional<Instant> time(Record row, String name) {
    return Optional.ofNullable(row.get(name, String.class)).map(Instant::parse);
  }

  private static ObjectNode facts(String json) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an alert's facts are not JSON", e);
    }
  }
}
