package io.wireroom.engine.repair;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.history.History;
import io.wireroom.engine.history.IncidentQueries;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import io.wireroom.engine.workflow.Deployments;
import java.util.Map;
import java.util.Set;

/** Incidents: what stopped and why, and trying it again, one or many. */
public final class IncidentRoutes implements Routes {
  private static final Set<String> BULK = Set.of("keys", "workflow", "elementId", "q", "variables");

  private final Vertx vertx;
  private final IncidentQueries incidents;
  private final IncidentJson shown;
  private final Retries retries;

  public IncidentRoutes(Vertx vertx, History history, Deployments deployments, Retries retries) {
    this.vertx = vertx;
    this.incidents = history.incidents();
    this.shown = new IncidentJson(history.values(), deployments);
    this.retries = retries;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/incidents").handler(this::list);
    router.post("/api/incidents/retry").handler(this::retryMany);
    router.get("/api/incidents/:key").handler(this::show);
    router.post("/api/incidents/:key/retry").handler(this::retry);
  }

  private void list(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var filter = IncidentPage.filter(context);
    Json.respond(
        context,
        200,
        Blocking.call(vertx, () -> IncidentPage.page(filter, incidents.list(filter), shown::of)));
  }

  private void show(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var key = Params.key(context, "key");
    Json.respond(context, 200, Blocking.call(vertx, () -> one(key)));
  }

  private ObjectNode one(long key) {
    return incidents
        .find(key)
        .map(shown::of)
        .orElseThrow(() -> new HttpProblem(404, "There is no incident " + key + "."));
  }

  private void retry(RoutingContext context) {
    var caller = Access.require(context, Role.OPERATOR);
    var key = Params.key(context, "key");
    var changed = Asked.settable(Json.object(context));
    Blocking.awaiting(vertx, () -> retries.one(key, changed, caller))
        .onSuccess(done -> context.response().setStatusCode(204).end())
        .onFailure(context::fail);
  }

  private void retryMany(RoutingContext context) {
    var caller = Access.require(context, Role.OPERATOR);
    var asked = Asked.of(context, BULK);
    var changed = asked.variables("variables");
    if (asked.has("keys") == asked.has("workflow")) {
      throw new HttpProblem(
          422, "Say which incidents: either by \"keys\", or by the \"workflow\" that they are of.");
    }
    Json.respond(
        context,
        200,
        Blocking.awaiting(vertx, () -> Map.of("results", retries.many(asked, changed, caller))));
  }
}
