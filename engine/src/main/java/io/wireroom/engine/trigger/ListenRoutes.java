package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.trigger.Listenings.Begun;
import io.wireroom.engine.trigger.Listenings.Listening;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import io.wireroom.engine.workflow.Drawings;
import io.wireroom.engine.workflow.Problem;

/** Listening with a draft, and the addresses that it listens at. */
final class ListenRoutes implements Routes {
  private static final String BASE = "/hooks-test/";

  private final Vertx vertx;
  private final Drawings drawings;
  private final Listenings listenings;
  private final HookIntake intake;

  ListenRoutes(Vertx vertx, Drawings drawings, Listenings listenings, HookIntake intake) {
    this.vertx = vertx;
    this.drawings = drawings;
    this.listenings = listenings;
    this.intake = intake;
  }

  @Override
  public void mount(Router router) {
    router.route(BASE + "*").handler(this::receive);
    router.post("/api/workflows/:id/draft/listen").handler(this::begin);
    router.get("/api/workflows/:id/draft/listen").handler(this::show);
    router.delete("/api/workflows/:id/draft/listen").handler(this::end);
  }

  private void receive(RoutingContext context) {
    var rest = context.normalizedPath().substring(BASE.length());
    var slash = rest.indexOf('/');
    var token = slash < 0 ? rest : rest.substring(0, slash);
    var path = slash < 0 ? "" : rest.substring(slash + 1);
    var place =
        listenings
            .at(token, path)
            .orElseThrow(
                () -> new HttpProblem(404, "Nobody listens here now. Listen in the designer."));
    intake.receive(context, path, place);
  }

  private void begin(RoutingContext context) {
    var caller = Access.require(context, Role.AUTHOR);
    var id = Params.path(context, "id");
    Json.respond(
        context,
        201,
        Blocking.awaiting(
            vertx,
            () ->
                json(
                    listening(
                        listenings.begin(id, caller.name(), drawings.of(id, caller.name()))))));
  }

  private static Listening listening(Begun begun) {
    return switch (begun) {
      case Begun.Listens(var listening) -> listening;
      case Begun.Refused(var why) ->
          throw new HttpProblem(
              422, "The draft has problems, so it cannot run.", Problem.details(why.problems()));
    };
  }

  private void show(RoutingContext context) {
    var caller = Access.require(context, Role.AUTHOR);
    var id = Params.path(context, "id");
    Json.respond(
        context,
        200,
        Blocking.awaiting(
            vertx, () -> json(listenings.of(id, caller.name()).orElseThrow(() -> none(id)))));
  }

  private void end(RoutingContext context) {
    var caller = Access.require(context, Role.AUTHOR);
    var id = Params.path(context, "id");
    Blocking.awaiting(vertx, () -> listenings.end(id, caller.name()))
        .onSuccess(
            ended -> {
              if (ended) {
                context.response().setStatusCode(204).end();
              } else {
                context.fail(none(id));
              }
            })
        .onFailure(context::fail);
  }

  private static HttpProblem none(String id) {
    return new HttpProblem(404, "Your draft of " + id + " does not listen.");
  }

  private static ObjectNode json(Listening listening) {
    var json = Json.MAPPER.createObjectNode();
    json.put("token", listening.token());
    var addresses = json.putArray("addresses");
    for (var hook : listening.webhooks()) {
      addresses
          .addObject()
          .put("elementId", hook.elementId())
          .put("method", hook.method())
          .put("url", BASE + listening.token() + "/" + hook.path());
    }
    return json.put("expiresAt", listening.until().toString());
  }
}
