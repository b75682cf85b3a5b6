package io.wireroom.engine.monitor;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import java.util.concurrent.TimeUnit;

/** Runs to look at: the list, one run, its steps page by page. */
public final class RunReadRoutes implements Routes {
  /** A broker that takes longer to say that it is there counts as away. */
  private static final long HEALTH_MILLIS = 1_000;

  private final Vertx vertx;
  private final RunQueries runs;
  private final RunView view;
  private final ProcessEngine engine;

  public RunReadRoutes(Vertx vertx, RunQueries runs, RunView view, ProcessEngine engine) {
    this.vertx = vertx;
    this.runs = runs;
    this.view = view;
    this.engine = engine;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/runs").handler(this::list);
    router.get("/api/runs/:key").handler(this::show);
    router.get("/api/runs/:key/steps").handler(this::steps);
  }

  private void list(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var filter = RunList.filter(context);
    Json.respond(context, 200, Blocking.call(vertx, () -> RunList.page(runs.page(filter))));
  }

  private void show(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var key = Params.key(context, "key");
    Json.respond(
        context,
        200,
        Blocking.call(vertx, () -> run(key))
            .compose(run -> brokerIsThere(run))
            .compose(there -> Blocking.call(vertx, () -> view.whole(run(key), there))));
  }

  /** Asked only for runs that are under way: only they can wait for it. */
  private Future<Boolean> brokerIsThere(Run run) {
    return run.endedAt().isPresent()
        ? Future.succeededFuture(true)
        : engine
            .health()
            .timeout(HEALTH_MILLIS, TimeUnit.MILLISECONDS)
            .map(ProcessEngine.Health::ready)
            .otherwise(false);
  }

  private void steps(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var key = Params.key(context, "key");
    var after = Params.query(context, "cursor").map(RunReadRoutes::cursor).orElse(0L);
    var element = Params.query(context, "element");
    Json.respond(
        context, 200, Blocking.call(vertx, () -> view.steps(run(key).key(), after, element)));
  }

  private static long cursor(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new HttpProblem(422, "cursor must be the \"next\" of an earlier page.");
    }
    return Long.parseLong(text);
  }

  private Run run(long key) {
    return runs.run(key).orElseThrow(() -> new HttpProblem(404, "There is no run " + key + "."));
  }
}
