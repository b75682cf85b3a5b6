package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.process.ProcessEngine.Unavailable;
import io.wireroom.engine.trigger.Replays.On;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import java.util.Locale;
import java.util.Map;

/** Running events again. */
public final class ReplayRoutes implements Routes {
  private static final int MOST = 200;

  private final Vertx vertx;
  private final Replays replays;
  private final Audit audit;

  public ReplayRoutes(Vertx vertx, Replays replays, Audit audit) {
    this.vertx = vertx;
    this.replays = replays;
    this.audit = audit;
  }

  @Override
  public void mount(Router router) {
    router.post("/api/inbox/replay").handler(this::many);
    router.post("/api/inbox/:id/replay").handler(this::one);
  }

  private void one(RoutingContext context) {
    var caller = Access.require(context, Role.AUTHOR);
    var id = Params.path(context, "id");
    var on = on(Json.object(context));
    Json.respond(
        context,
        202,
        Blocking.awaiting(vertx, () -> Map.of("eventId", replay(id, on, caller.name()))));
  }

  private String replay(String id, On on, String person) {
    var fresh = replays.replay(id, on, person);
    audit.keep(person, "replay event", id, fresh);
    return fresh;
  }

  private void many(RoutingContext context) {
    var caller = Access.require(context, Role.AUTHOR);
    var body = Json.object(context);
    var on = on(body);
    var ids = body.path("ids");
    if (!ids.isArray() || ids.isEmpty() || ids.size() > MOST) {
      throw new HttpProblem(422, "ids must be a list of 1 to " + MOST + " event ids.");
    }
    Json.respond(
        context,
        200,
        Blocking.awaiting(
            vertx,
            () -> {
              var answer = Json.MAPPER.createObjectNode();
              var results = answer.putArray("results");
              ids.forEach(id -> results.add(result(id.asText(), on, caller.name())));
              return answer;
            }));
  }

  private ObjectNode result(String id, On on, String person) {
    var result = Json.MAPPER.createObjectNode().put("id", id);
    try {
      return result.put("eventId", replay(id, on, person));
    } catch (HttpProblem | Unavailable e) {
      return result.put("error", e.getMessage());
    }
  }

  private static On on(ObjectNode body) {
    var word = body.path("version").asText("newest");
    try {
      return On.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(422, "version must be same, newest or draft, not " + word + ".");
    }
  }
}
