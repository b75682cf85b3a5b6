package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.expression.FeelResult;
import io.wireroom.engine.trigger.inbox.Inbox;
import io.wireroom.engine.trigger.inbox.NewEvent;
import io.wireroom.engine.trigger.inbox.Target;
import io.wireroom.engine.trigger.inbox.TriggerKind;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.workflow.Webhook;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happens to a request at a webhook: let in, shaped, stored, answered. */
public final class HookIntake {
  private final Vertx vertx;
  private final HookAccess access;
  private final Inbox inbox;
  private final Callers callers;
  private final Feel feel;
  private final Clock clock;

  public HookIntake(
      Vertx vertx, Access access, Inbox inbox, Callers callers, Feel feel, Clock clock) {
    this.vertx = vertx;
    this.access = new HookAccess(access);
    this.inbox = inbox;
    this.callers = callers;
    this.feel = feel;
    this.clock = clock;
  }

  /**
   * @param atPath the webhooks at the request's path, whatever their method
   */
  void receive(RoutingContext context, String path, List<Webhook> atPath) {
    var webhook = owner(context, path, atPath);
    access.check(context, webhook);
    var eventId = Inbox.newId();
    var now = clock.instant();
    var request = HookRequest.read(context, path, eventId, now);
    var reply = HookReply.to(context, webhook, eventId, inbox, callers, this::shapeAnswer);
    variables(webhook, request)
        .compose(
            variables ->
                inbox.accept(
                    NewEvent.of(
                        eventId,
                        TriggerKind.WEBHOOK,
                        new Target.Message(
                            webhook.workflow(),
                            webhook.elementId(),
                            webhook.messageName(),
                            Optional.empty()),
                        request,
                        variables,
                        now)))
        .onSuccess(reply::accepted)
        .onFailure(reply::refused);
  }

  private static Webhook owner(RoutingContext context, String path, List<Webhook> atPath) {
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
