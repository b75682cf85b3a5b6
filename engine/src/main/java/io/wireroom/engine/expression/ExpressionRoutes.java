package io.wireroom.engine.expression;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.GivenValues;
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
    var values = GivenValues.of(asked, "context");
    if (!free.tryAcquire()) {
      throw HttpProblem.retryLater(
          429, "Many expressions are being tried at this moment.", Duration.ofSeconds(1));
    }
    var answer =
        Blocking.call(vertx, () -> answer(feel.preview(expression.textValue(), values)))
            .onComplete(done -> free.release());
    Json.respond(context, 200, answer);
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
      case FeelResult.Failed failed -> json.set("error", FailureJson.of(failed));
    }
    return json;
  }
}
