package io.wireroom.engine.again;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import java.util.Map;

/** Running again over HTTP: one run, many runs, and what is different then. */
final class AgainRoutes implements Routes {
  private final Vertx vertx;
  private final Again again;
  private final Differences differences;
  private final Batches batches;
  private final Audit audit;

  AgainRoutes(Vertx vertx, Again again, Differences differences, Batches batches, Audit audit) {
    this.vertx = vertx;
    this.again = again;
    this.differences = differences;
    this.batches = batches;
    this.audit = audit;
  }

  @Override
  public void mount(Router router) {
    router.post("/api/runs/again").handler(this::batch);
    router.get("/api/again/:batch").handler(this::results);
    router.post("/api/runs/:key/again").handler(this::again);
    router.get("/api/runs/:key/difference").handler(this::difference);
  }

  private void again(RoutingContext context) {
    var caller = Access.require(context, Role.OPERATOR);
    var key = Params.key(context, "key");
    var request = AgainRequest.of(Json.object(context));
    Json.respond(
        context,
        201,
        Blocking.awaiting(
            vertx,
            () -> {
              var made = again.run(key, request, caller.name());
              audit.keep(caller.name(), "run again", String.valueOf(key), String.valueOf(made));
              return Map.of("runKey", String.valueOf(made));
            }));
  }

  private void difference(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var key = Params.key(context, "key");
    var with =
        Params.query(context, "with")
            .filter(text -> text.matches("[0-9]{1,18}"))
            .map(Long::parseLong)
            .orElseThrow(
                () -> new HttpProblem(422, "Say with which run: ?with=KEY of another run."));
    Json.respond(context, 200, Blocking.call(vertx, () -> differences.between(key, with)));
  }

  private void batch(RoutingContext context) {
    var caller = Access.require(context, Role.OPERATOR);
    var body = Json.object(context);
    var request = BatchRequest.of(body);
    Json.respond(
        context,
        202,
        Blocking.call(
            vertx,
            () -> {
              var id = batches.begin(request, body, caller.name());
              audit.keep(caller.name(), "run again in bulk", id, "");
              return Map.of("batch", id);
            }));
  }

  private void results(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var id = Params.path(context, "batch");
    Json.respond(context, 200, Blocking.call(vertx, () -> batches.results(id)));
  }
}
