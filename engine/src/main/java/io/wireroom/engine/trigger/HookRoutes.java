package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.expression.FeelResult;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Routes;
import io.wireroom.engine.workflow.Hooks;
import io.wireroom.engine.workflow.Webhook;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Webhooks: find the owner, let in, shape the variables, start, answer. */
public final class HookRoutes implements Routes {
  private static final String BASE = "/hooks/";
  private static final long MOST_BYTES = 1_000_000;

  private final Vertx vertx;
  private final Hooks hooks;
  private final HookAccess access;
  private final Starts starts;
  private final Callers callers;
  private final Feel feel;
  private final Clock clock;

  public HookRoutes(
      Vertx vertx,
      Hooks hooks,
      Access access,
      Starts starts,
      Callers callers,
      Feel feel,
      Clock clock) {
    this.vertx = vertx;
    this.hooks = hooks;
    this.access = new HookAccess(access);
    this.starts = starts;
    this.callers = callers;
    this.feel = feel;
    this.clock = clock;
  }

  @Override
  public void mount(Router router) {
    router
        .route(BASE + "*")
        .handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES))
        .handler(this::receive);
  }

  private void receive(RoutingContext context) {
    var path = context.normalizedPath().substring(BASE.length());
    var webhook = owner(context, path);
    access.check(context, webhook);
    var eventId = Starts.newEventId();
    var request = HookRequest.read(context, path, eventId, clock.instant());
    var reply = HookReply.to(context, webhook, eventId, callers, this::shapeAnswer);
    variables(webhook, request)
        .compose(variables -> starts.byMessage(webhook, eventId, "webhook", variables))
        .onSuccess(accepted -> reply.accepted())
        .onFailure(reply::refused);
  }

  private Webhook owner(RoutingContext context, String path) {
    var atPath = hooks.at(path);
    if (atPath.isEmpty()) {
      throw new HttpProblem(404, "No published workflow has the webhook path " + path + ".");
    }
    var method = context.request().method().name();
    return atPath.stream()
        .filter(hook -> hook.method().equals("ANY") || hook.method().equals(method))
        .findFirst()
        .orElseThrow(() -> notAllowed(context, atPath));
  }

  private static HttpProblem notAllowed(RoutingContext context, List<Webhook> atPath) {
    var methods = String.join(", ", atPath.stream().map(Webhook::method).toList());
    context.response().putHeader("Allow", methods);
    return new HttpProblem(405, "This webhook takes " + methods.toUpperCase(Locale.ROOT) + ".");
  }

  private Future<ObjectNode> variables(Webhook webhook, ObjectNode request) {
    var variables = JsonNodeFactory.instance.objectNode();
    if (!webhook.resultVariable().isEmpty()) {
      variables.set(webhook.resultVariable(), request);
    }
    if (!webhook.resultExpression().isEmpty()) {
      return Blocking.call(vertx, () -> shape(webhook, request, variables));
    }
    if (webhook.resultVariable().isEmpty()) {
      variables.set("request", request);
    }
    return Future.succeededFuture(variables);
  }

  private ObjectNode shape(Webhook webhook, ObjectNode request, ObjectNode variables) {
    var context = JsonNodeFactory.instance.objectNode();
    context.set("request", request);
    return switch (feel.evaluate(webhook.resultExpression(), context)) {
      case FeelResult.Value(ObjectNode more) -> variables.setAll(more);
      case FeelResult.Value(var nothing) when nothing.isNull() -> variables;
      case FeelResult.Value(var other) ->
          throw new HttpProblem(
              422, "The webhook's result expression gives no named values for this request.");
      case FeelResult.Failed failed ->
          throw new HttpProblem(
              422, "The webhook's result expression fails for this request: " + failed.message());
    };
  }

  /** The body of a {@code result} answer: the response expression's value, else all variables. */
  private Future<Object> shapeAnswer(Webhook webhook, ObjectNode variables) {
    if (webhook.responseExpression().isEmpty()) {
      return Future.succeededFuture(variables);
    }
    return Blocking.call(
        vertx,
        () ->
            switch (feel.evaluate(webhook.responseExpression(), variables)) {
              case FeelResult.Value(var value) -> value;
              case FeelResult.Failed failed ->
                  throw new HttpProblem(
                      500, "The webhook's response expression fails: " + failed.message());
            });
  }
}
