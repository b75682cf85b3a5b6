package io.wireroom.engine.connections;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.connections.ConnectionView.TypeView;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import io.wireroom.net.Door;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Stored credentials: values come in here and never go out. */
public final class ConnectionRoutes implements Routes {
  private final Vertx vertx;
  private final ConnectionStore store;
  private final ConnectionUsers users;
  private final Trial trial;
  private final Audit audit;
  private final Clock clock;

  public ConnectionRoutes(
      Vertx vertx,
      ConnectionStore store,
      ConnectionUsers users,
      Door door,
      Audit audit,
      Clock clock) {
    this.vertx = vertx;
    this.store = store;
    this.users = users;
    this.trial = new Trial(door, clock);
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/connections").handler(this::list);
    router.post("/api/connections/rotate-key").handler(this::rotateKey);
    router.put("/api/connections/:name").handler(this::put);
    router.delete("/api/connections/:name").handler(this::remove);
    router.post("/api/connections/:name/test").handler(this::test);
    router.post("/api/connections/:name/retire").handler(this::retire);
  }

  private void list(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    Json.respond(context, 200, Blocking.call(vertx, this::list));
  }

  private Map<String, Object> list() {
    var usedBy = users.byConnection();
    var now = clock.instant();
    return Map.of(
        "items",
        store.all().stream()
            .map(s -> ConnectionView.of(s, usedBy.getOrDefault(s.name(), List.of()), now))
            .toList(),
        "types",
        ConnectionTypes.ALL.stream().map(TypeView::of).toList());
  }

  private void put(RoutingContext context) {
    var by = Access.require(context, Role.AUTHOR);
    var name = Params.path(context, "name");
    var change = ConnectionChange.read(name, body(context));
    Blocking.call(vertx, () -> change.make(store, audit, by.name()))
        .onSuccess(isNew -> Json.send(context, isNew ? 201 : 200, Map.of("name", name)))
        .onFailure(context::fail);
  }

  /** why not the usual sentence for a broken body: it quotes a piece of it. */
  private static ObjectNode body(RoutingContext context) {
    try {
      return Json.object(context);
    } catch (HttpProblem e) {
      throw new HttpProblem(e.status(), "The body must be JSON: {\"type\": …, \"fields\": {…}}.");
    }
  }

  private void test(RoutingContext context) {
    var by = Access.require(context, Role.AUTHOR);
    var name = Params.path(context, "name");
    var url =
        Optional.of(Json.object(context).path("url").asText("")).filter(text -> !text.isBlank());
    var result =
        Blocking.call(
            vertx,
            () -> {
              var connection = store.find(name).orElseThrow(() -> none(name));
              var tested = trial.of(connection, url);
              store.tested(name, tested);
              audit.keep(by.name(), "test connection", name, tested.ok() ? "ok" : "not ok");
              return Map.of("ok", tested.ok(), "detail", tested.detail());
            });
    Json.respond(context, 200, result);
  }

  private void retire(RoutingContext context) {
    var by = Access.require(context, Role.AUTHOR);
    var name = Params.path(context, "name");
    noContent(
        context,
        () -> {
          if (!store.retire(name)) {
            throw none(name);
          }
          audit.keep(by.name(), "retire connection", name, "");
          return true;
        });
  }

  private void remove(RoutingContext context) {
    var by = Access.require(context, Role.ADMIN);
    var name = Params.path(context, "name");
    var force = Params.query(context, "force").filter("true"::equals).isPresent();
    noContent(
        context,
        () -> {
          var usedBy = users.byConnection().getOrDefault(name, List.of());
          if (!force && !usedBy.isEmpty() && store.stored(name).isPresent()) {
            throw new HttpProblem(
                409,
                "The connection "
                    + name
                    + " is in use: "
                    + String.join(", ", usedBy.stream().map(u -> u.sentence()).toList())
                    + ". Remove it there first, or force it.");
          }
          if (!store.remove(name)) {
            throw none(name);
          }
          audit.keep(by.name(), "remove connection", name, force ? "forced" : "");
          return true;
        });
  }

  private void rotateKey(RoutingContext context) {
    var by = Access.require(context, Role.ADMIN);
    noContent(
        context,
        () -> {
          if (store.keyFromEnvironment()) {
            throw new HttpProblem(
                409,
                "The key comes from "
                    + ConnectionKeys.VARIABLE
                    + ". Put a new one in front of it,"
                    + " with a comma, and start again; then the old one may go.");
          }
          var unreadable = store.unreadable();
          if (!unreadable.isEmpty()) {
            throw new HttpProblem(
                409,
                "Set these anew or remove them first; they cannot be opened: "
                    + String.join(", ", unreadable));
          }
          store.rotateKey();
          audit.keep(by.name(), "rotate key", "connections", "");
          return true;
        });
  }

  private void noContent(RoutingContext context, Callable<Boolean> work) {
    Blocking.call(vertx, work)
        .onSuccess(done -> context.response().setStatusCode(204).end())
        .onFailure(context::fail);
  }

  private static HttpProblem none(String name) {
    return new HttpProblem(404, "There is no connection named " + name + ".");
  }
}
