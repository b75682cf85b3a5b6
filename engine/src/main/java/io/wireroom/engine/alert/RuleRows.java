package io.wireroom.engine.alert;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import io.wireroom.engine.alert.Rule.Destination;
import io.wireroom.engine.history.Times;
import io.wireroom.engine.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Rules in the store. Blocks. */
final class RuleRows {
  private final Database database;

  RuleRows(Database database) {
    this.database = database;
  }

  List<Rule> all() {
    return database.read(
        db -> db.select().from(table("alert_rule")).orderBy(field("place")).fetch(RuleRows::rule));
  }

  /** Puts these in the place of all; a rule that goes on as it was keeps its beginning. */
  void replace(List<Rule> rules) {
    var before = all();
    database.change(
        db -> {
          db.deleteFrom(table("alert_rule")).execute();
          for (int i = 0; i < rules.size(); i++) {
            insert(db, i, rules.get(i), since(rules.get(i), before));
          }
        });
  }

  /** why: a rule that was off must not tell of all that happened meanwhile. */
  private static Instant since(Rule rule, List<Rule> before) {
    return before.stream()
        .filter(old -> old.id().equals(rule.id()) && old.enabled() && old.on() == rule.on())
        .map(Rule::since)
        .findFirst()
        .orElse(rule.since());
  }

  private static void insert(DSLContext db, int place, Rule rule, Instant since) {
    var web =
        rule.to() instanceof Destination.Web w ? Optional.of(w) : Optional.<Destination.Web>empty();
    db.insertInto(table("alert_rule"))
        .set(field("id"), (Object) rule.id())
        .set(field("place"), (Object) place)
        .set(field("name"), (Object) rule.name())
        .set(field("kind"), (Object) rule.on().name())
        .set(field("workflow", String.class), rule.workflow().orElse(null))
        .set(field("after_seconds"), (Object) rule.after().toSeconds())
        .set(field("url", String.class), web.map(Destination.Web::url).orElse(null))
        .set(
            field("connection", String.class),
            web.flatMap(Destination.Web::connection).orElse(null))
        .set(
            field("handler", String.class),
            rule.to() instanceof Destination.Handler(var workflow) ? workflow : null)
        .set(field("enabled"), (Object) (rule.enabled() ? 1 : 0))
        .set(field("since"), (Object) Times.text(since))
        .execute();
  }

  private static Rule rule(Record row) {
    var handler = Optional.ofNullable(row.get("handler", String.class));
    return new Rule(
        row.get("id", String.class),
        row.get("name", String.class),
        Rule.Kind.valueOf(row.get("kind", String.class)),
        Optional.ofNullable(row.get("workflow", String.class)),
        Duration.ofSeconds(row.get("after_seconds", Integer.class)),
        handler
            .<Destination>map(Destination.Handler::new)
            .orElseGet(
                () ->
                    new Destination.Web(
                        row.get("url", String.class),
                        Optional.ofNullable(row.get("connection", String.class)))),
        row.get("enabled", Integer.class) == 1,
        Instant.parse(row.get("since", String.class)));
  }

  /** The address that people set; empty for the server's own. */
  Optional<String> address() {
    return database.read(
        db ->
            db.select(field("address", String.class))
                .from(table("alert_address"))
                .fetchOptional(field("address", String.class)));
  }

  void saveAddress(Optional<String> address) {
    database.change(
        db -> {
          db.deleteFrom(table("alert_address")).execute();
          address.ifPresent(
              text ->
                  db.insertInto(table("alert_address"))
                      .set(field("id"), (Object) 1)
                      .set(field("address"), (Object) text)
                      .execute());
        });
  }
}
