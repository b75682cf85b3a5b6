package io.wireroom.engine.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** A step for people over HTTP: what it asks, and the answer to it. */
public final class TaskRoutes implements Routes {
  private static final int MOST_BYTES = 300_000;

  private final Vertx vertx;
  private final PersonSteps steps;

  public TaskRoutes(Vertx vertx, PersonSteps steps) {
    this.vertx = vertx;
    this.steps = steps;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/tasks/:step").handler(this::show);
    router.post("/api/tasks/:step/complete").handler(this::complete);
  }

  private void show(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var step = Params.key(context, "step");
    Json.respond(context, 200, Blocking.call(vertx, () -> steps.find(step).json()));
  }

  /** why authors: who edits the news decides about it; mending runs is another matter. */
  private void complete(RoutingContext context) {
    var caller = Access.require(context, Role.AUTHOR);
    var step = Params.key(context, "step");
    var body = context.body().buffer();
    if (body != null && body.length() > MOST_BYTES) {
      throw new HttpProblem(413, "The form's values are larger than 300 kB together.");
    }
    var values = values(Json.object(context));
    Blocking.awaiting(vertx, () -> steps.complete(step, values, caller))
        .onSuccess(done -> context.response().setStatusCode(204).end())
        .onFailure(context::fail);
  }

  private static ObjectNode values(ObjectNode body) {
    if (body.properties().stream()
        .map(Map.Entry::getKey)
        .anyMatch(name -> !name.equals("values"))) {
      throw new HttpProblem(422, "Send what was filled in as {\"values\": {…}}.");
    }
    var values = body.path("values");
    if (values.isMissingNode()) {
      return Json.MAPPER.createObjectNode();
    }
    if (values instanceof ObjectNode object) {
      return object;
    }
    throw new HttpProblem(422, "values must be an object, like {\"approved\": true}.");
  }
}
