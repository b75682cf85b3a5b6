package io.wireroom.engine.monitor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;

/** Runs over HTTP: the list, one run. */
public final class RunRoutes implements Routes {
  private final Vertx vertx;
  private final RunQueries queries;

  public RunRoutes(Vertx vertx, RunQueries queries) {
    this.vertx = vertx;
    this.queries = queries;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/runs").handler(this::list);
    router.get("/api/runs/:key").handler(this::show);
  }

  private void list(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var filter = RunList.filter(context);
    Json.respond(
        context, 200, Blocking.call(vertx, () -> RunList.page(filter, queries.list(filter))));
  }

  private void show(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var key = Params.key(context, "key");
    Json.respond(context, 200, Blocking.call(vertx, () -> detail(run(key))));
  }

  private ObjectNode detail(Run run) {
    var json = RunJson.run(run);
    run.eventId().ifPresent(event -> json.put("eventId", event));
    json.set("variables", queries.variables(run.key()));
    var steps = json.putArray("steps");
    queries.stepsWithValues(run.key()).forEach(step -> steps.add(RunJson.step(step)));
    return json;
  }

  private Run run(long key) {
    return queries.run(key).orElseThrow(() -> new HttpProblem(404, "There is no run " + key + "."));
  }
}
