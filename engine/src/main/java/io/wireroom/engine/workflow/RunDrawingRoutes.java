package io.wireroom.engine.workflow;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import java.util.Optional;

/** The diagram that a run goes by, also when it is a copy of a draft that nobody published. */
public final class RunDrawingRoutes implements Routes {
  private final Vertx vertx;
  private final RunQueries runs;
  private final Deployments deployments;

  public RunDrawingRoutes(Vertx vertx, RunQueries runs, Deployments deployments) {
    this.vertx = vertx;
    this.runs = runs;
    this.deployments = deployments;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/runs/:key/diagram").handler(this::show);
  }

  private void show(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var key = Params.path(context, "key");
    Blocking.call(vertx, () -> drawing(key))
        .onSuccess(
            xml ->
                context
                    .response()
                    .putHeader("Content-Type", "application/xml; charset=utf-8")
                    .end(xml))
        .onFailure(context::fail);
  }

  private String drawing(String key) {
    return Optional.of(key)
        .filter(text -> text.matches("[0-9]{1,18}"))
        .flatMap(text -> runs.definitionOf(Long.parseLong(text)))
        .flatMap(deployments::xml)
        .orElseThrow(() -> new HttpProblem(404, "There is no diagram of a run " + key + "."));
  }
}
