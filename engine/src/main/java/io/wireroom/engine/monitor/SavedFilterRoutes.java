package io.wireroom.engine.monitor;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import java.util.Map;

/** The caller's saved filters over HTTP. Mounted before the routes of single runs. */
public final class SavedFilterRoutes implements Routes {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_QUERY = 2_000;

  private final Vertx vertx;
  private final SavedFilters filters;

  public SavedFilterRoutes(Vertx vertx, SavedFilters filters) {
    this.vertx = vertx;
    this.filters = filters;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/runs/saved").handler(this::list);
    router.put("/api/runs/saved/:name").handler(this::keep);
    router.delete("/api/runs/saved/:name").handler(this::forget);
  }

  private void list(RoutingContext context) {
    var caller = Access.require(context, Role.VIEWER);
    Json.respond(
        context, 200, Blocking.call(vertx, () -> Map.of("items", filters.of(caller.name()))));
  }

  private void keep(RoutingContext context) {
    var caller = Access.require(context, Role.VIEWER);
    var name = Params.path(context, "name").strip();
    var query = Json.object(context).path("query");
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new HttpProblem(422, "The name must have 1 to " + LONGEST_NAME + " characters.");
    }
    if (!query.isTextual() || query.asText().length() > LONGEST_QUERY) {
      throw new HttpProblem(
          422, "query must be the run list's query string, like \"status=failed\".");
    }
    Blocking.call(
            vertx, () -> filters.keep(caller.name(), new SavedFilters.Saved(name, query.asText())))
        .onSuccess(kept -> kept(context, kept))
        .onFailure(context::fail);
  }

  private static void kept(RoutingContext context, boolean kept) {
    if (kept) {
      context.response().setStatusCode(204).end();
    } else {
      context.fail(new HttpProblem(409, "There are 100 saved filters; delete one first."));
    }
  }

  private void forget(RoutingContext context) {
    var caller = Access.require(context, Role.VIEWER);
    var name = Params.path(context, "name");
    Blocking.call(vertx, () -> filters.forget(caller.name(), name))
        .onSuccess(
            gone -> {
              if (gone) {
                context.response().setStatusCode(204).end();
              } else {
                context.fail(new HttpProblem(404, "There is no saved filter " + name + "."));
              }
            })
        .onFailure(context::fail);
  }
}
