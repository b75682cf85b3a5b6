package io.wireroom.engine.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Routes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * What an expression would come to, over values that the caller sends. It sees nothing else: no
 * run, no connection, no setting.
 */
public final class ExpressionRoutes implements Routes {
  private static final int MOST_BYTES = 1_000_000;
  private static final int DEEPEST = 100;
  private static final int AT_ONCE = 4;

  private final Vertx vertx;
  private final Feel feel;
  private final Semaphore free = new Semaphore(AT_ONCE);

  public ExpressionRoutes(Vertx vertx, Clock clock) {
    this.vertx = vertx;
    this.feel = Feel.forPreviews(clock);
  }

  @Override
  public void mount(Router router) {
    router.post("/api/expressions").handler(this::preview);
  }

  private void preview(RoutingContext context) {
    Access.require(context, Role.AUTHOR);
    if (context.body().length() > MOST_BYTES) {
      throw new HttpProblem(413, "The values are too large to try this on: 1 MB is the most.");
    }
    var asked = Json.object(context);
    var expression = asked.path("expression");
    if (!expression.isTextual()) {
      throw new HttpProblem(422, "expression must be text, like \"title + \\\"!\\\"\".");
    }
    var values = values(asked.path("context"));
    if (!free.tryAcquire()) {
      throw HttpProblem.retryLater(
          429, "Many expressions are being tried at this moment.", Duration.ofSeconds(1));
    }
    var answer =
        Blocking.call(vertx, () -> answer(feel.preview(expression.textValue(), values)))
            .onComplete(done -> free.release());
    Json.respond(context, 200, answer);
  }

  private static ObjectNode values(JsonNode given) {
    if (given.isMissingNode() || given.isNull()) {
      return Json.MAPPER.createObjectNode();
    }
    if (!(given instanceof ObjectNode values)) {
      throw new HttpProblem(422, "context must be an object of values by name.");
    }
    if (deeper(values, DEEPEST)) {
      throw new HttpProblem(422, "The values are nested more than " + DEEPEST + " deep.");
    }
    return values;
  }

  private static boolean deeper(JsonNode node, int levels) {
    if (!node.isContainerNode()) {
      return false;
    }
    if (levels == 0) {
      return true;
    }
    for (var child : node) {
      if (deeper(child, levels - 1)) {
        return true;
      }
    }
    return false;
  }

  private static ObjectNode answer(Preview preview) {
    var json = Json.MAPPER.createObjectNode();
    switch (preview.result()) {
      case FeelResult.Value(var value) -> {
        json.put("kind", preview.kind());
        json.set("value", value);
        var notes = json.putArray("notes");
        preview.notes().forEach(notes::add);
      }
      case FeelResult.Failed failed -> json.set("error", error(failed));
    }
    return json;
  }

  private static ObjectNode error(FeelResult.Failed failed) {
    var json = Json.MAPPER.createObjectNode();
    json.put("message", failed.place().map(ExpressionRoutes::unread).orElse(failed.message()));
    json.put("suggestion", failed.suggestion());
    failed
        .place()
        .ifPresent(
            place -> {
              json.put("detail", failed.message());
              json.putObject("position").put("line", place.line()).put("column", place.column());
            });
    return json;
  }

  private static String unread(FeelResult.Place place) {
    return place.line() == 1
        ? "It cannot be read at character " + place.column() + "."
        : "It cannot be read in line %d at character %d.".formatted(place.line(), place.column());
  }
}
