package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.trigger.DraftRuns.Wish;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import java.util.Map;
import java.util.Optional;

/** Running one's draft once. */
final class DraftRunRoutes implements Routes {
  private final Vertx vertx;
  private final DraftRuns runs;

  DraftRunRoutes(Vertx vertx, DraftRuns runs) {
    this.vertx = vertx;
    this.runs = runs;
  }

  @Override
  public void mount(Router router) {
    router.post("/api/workflows/:id/draft/run").handler(this::run);
  }

  private void run(RoutingContext context) {
    var caller = Access.require(context, Role.AUTHOR);
    var body = Json.object(context);
    var wish = new Wish(Params.path(context, "id"), start(body), values(body));
    var kind = RunStartRoutes.kind(context);
    Json.respond(
        context,
        202,
        Blocking.awaiting(vertx, () -> Map.of("eventId", runs.run(wish, caller.name(), kind))));
  }

  private static Optional<String> start(ObjectNode body) {
    var start = body.path("start");
    if (!start.isMissingNode() && !start.isNull() && !start.isTextual()) {
      throw new HttpProblem(422, "start must be the id of a start event.");
    }
    return Optional.of(start.asText("")).filter(id -> !id.isEmpty());
  }

  private static ObjectNode values(ObjectNode body) {
    var values = body.path("values");
    if (values.isMissingNode() || values.isNull()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (values instanceof ObjectNode named) {
      return named;
    }
    throw new HttpProblem(422, "values must be an object: values need names.");
  }
}
