package io.wireroom.engine.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.connector.Connections;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The rules of alerts, and what was told. Operators only: an address may hold a secret. */
public final class AlertRoutes implements Routes {
  private static final Set<String> FIELDS = Set.of("rules", "address");
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final Vertx vertx;
  private final RuleRows rules;
  private final AlertRows alerts;
  private final Alerts told;
  private final Connections connections;
  private final Predicate<String> canStart;
  private final Audit audit;
  private final Clock clock;

  AlertRoutes(
      Vertx vertx,
      RuleRows rules,
      AlertRows alerts,
      Alerts told,
      Connections connections,
      Predicate<String> canStart,
      Audit audit,
      Clock clock) {
    this.vertx = vertx;
    this.rules = rules;
    this.alerts = alerts;
    this.told = told;
    this.connections = connections;
    this.canStart = canStart;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/alerts").handler(this::show);
    router.put("/api/alerts").handler(this::change);
    router.get("/api/alerts/sent").handler(this::sent);
  }

  private void show(RoutingContext context) {
    Access.require(context, Role.OPERATOR);
    Json.respond(context, 200, Blocking.call(vertx, this::rules));
  }

  private ObjectNode rules() {
    var json = Json.MAPPER.createObjectNode();
    var list = json.putArray("rules");
    rules.all().forEach(rule -> list.add(rule.json()));
    return json.put("address", told.address());
  }

  private void change(RoutingContext context) {
    var caller = Access.require(context, Role.OPERATOR);
    var body = Json.object(context);
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                throw new HttpProblem(
                    422, "Send rules, and the address of this Wireroom if need be.");
              }
            });
    Json.respond(
        context,
        200,
        Blocking.call(
            vertx,
            () -> {
              var read =
                  new RuleReader(connections, canStart).read(body.path("rules"), clock.instant());
              if (body.has("address")) {
                rules.saveAddress(address(body));
              }
              rules.replace(read);
              audit.keep(caller.name(), "change alerts", "alerts", read.size() + " rules");
              told.soon();
              return rules();
            }));
  }

  private static Optional<String> address(ObjectNode body) {
    var address = body.path("address").asText("").strip().replaceFirst("/+$", "");
    if (!address.isEmpty()
        && !address.matches("https?://[A-Za-z0-9.\\-\\[\\]:]{1,250}(/[A-Za-z0-9._~/-]{0,200})?")) {
      throw new HttpProblem(
          422, "The address must be one like https://wireroom.example.org; it goes into links.");
    }
    return Optional.of(address).filter(a -> !a.isEmpty());
  }

  private void sent(RoutingContext context) {
    Access.require(context, Role.OPERATOR);
    var limit = Params.query(context, "limit").map(AlertRoutes::limit).orElse(USUAL);
    Json.respond(context, 200, Blocking.call(vertx, () -> sent(limit)));
  }

  private ObjectNode sent(int limit) {
    var json = Json.MAPPER.createObjectNode();
    var items = json.putArray("items");
    var address = told.address();
    alerts.list(limit).forEach(alert -> items.add(alert.json(address)));
    return json;
  }

  private static int limit(String text) {
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new HttpProblem(422, "limit must be a number from 1 to " + MOST + ".");
    }
    return Math.min(Integer.parseInt(text), MOST);
  }
}
