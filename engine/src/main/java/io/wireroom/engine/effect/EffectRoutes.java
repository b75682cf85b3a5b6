package io.wireroom.engine.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.history.Step;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Effects over HTTP: those of a run, and the answer about one that is unknown. */
public final class EffectRoutes implements Routes {
  private final Vertx vertx;
  private final EffectLedger ledger;
  private final RunQueries runs;
  private final Settling settling;

  public EffectRoutes(Vertx vertx, EffectLedger ledger, RunQueries runs, Settling settling) {
    this.vertx = vertx;
    this.ledger = ledger;
    this.runs = runs;
    this.settling = settling;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/runs/:key/effects").handler(this::list);
    router.post("/api/effects/:key/settle").handler(this::settle);
  }

  private void list(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var key = Params.key(context, "key");
    Json.respond(context, 200, Blocking.call(vertx, () -> Map.of("items", effects(key))));
  }

  private List<ObjectNode> effects(long runKey) {
    if (runs.run(runKey).isEmpty()) {
      throw new HttpProblem(404, "There is no run " + runKey + ".");
    }
    var names =
        runs.steps(runKey, 0).stream()
            .collect(Collectors.toMap(Step::key, Step::name, (first, same) -> first));
    return ledger.ofRun(runKey).stream()
        .map(
            entry ->
                json(entry, names.getOrDefault(entry.call().stepKey(), entry.call().elementId())))
        .toList();
  }

  private static ObjectNode json(EffectEntry entry, String name) {
    var call = entry.call();
    var json = Json.MAPPER.createObjectNode();
    json.put("key", call.key());
    json.put("stepId", String.valueOf(call.stepKey()));
    json.put("elementId", call.elementId());
    json.put("name", name);
    json.put("connector", call.connector());
    json.put("kind", call.effect().kind().name().toLowerCase(java.util.Locale.ROOT));
    call.effect().method().ifPresent(method -> json.put("method", method));
    call.effect().target().ifPresent(target -> json.put("target", target));
    json.put("state", entry.state().word());
    json.put("attempts", entry.attempts());
    json.put("intendedAt", entry.intendedAt().toString());
    entry.sentAt().ifPresent(at -> json.put("sentAt", at.toString()));
    entry.settledAt().ifPresent(at -> json.put("settledAt", at.toString()));
    entry.settledBy().ifPresent(by -> json.put("settledBy", by));
    entry.summary().ifPresent(summary -> json.put("summary", summary));
    return json;
  }

  private void settle(RoutingContext context) {
    var caller = Access.require(context, Role.OPERATOR);
    var key = Params.path(context, "key");
    var response = response(Json.object(context));
    Blocking.awaiting(
            vertx,
            () -> {
              settling.settle(key, response, caller.name());
              return true;
            })
        .onSuccess(done -> context.response().setStatusCode(204).end())
        .onFailure(context::fail);
  }

  /** What it answered; empty when it did not happen. */
  private static Optional<JsonNode> response(ObjectNode body) {
    if (!body.path("happened").isBoolean()) {
      throw new HttpProblem(
          422,
          "Say {\"happened\": true, \"response\": {…}} or {\"happened\": false}.",
          List.of(new HttpProblem.Detail("happened", "must be true or false")));
    }
    if (!body.path("happened").booleanValue()) {
      if (body.has("response")) {
        throw new HttpProblem(
            422,
            "What did not happen has no response.",
            List.of(new HttpProblem.Detail("response", "goes with happened: true only")));
      }
      return Optional.empty();
    }
    return Optional.of(body.has("response") ? body.get("response") : Json.MAPPER.nullNode());
  }
}
