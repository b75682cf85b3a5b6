package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.workflow.Webhook;
import java.util.LinkedHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One webhook call's answer: at once, at the run's end, or when a respond step speaks; after the
 * webhook's timeout a 202, and the run goes on. All of it on the request's event loop.
 */
final class HookReply {
  private final RoutingContext context;
  private final Webhook webhook;
  private final String eventId;
  private final Callers callers;
  private final BiFunction<Webhook, ObjectNode, Future<Object>> shape;
  private Callers.@Nullable Waiting waiting;
  private long runKey;

  private HookReply(
      RoutingContext context,
      Webhook webhook,
      String eventId,
      Callers callers,
      BiFunction<Webhook, ObjectNode, Future<Object>> shape) {
    this.context = context;
    this.webhook = webhook;
    this.eventId = eventId;
    this.callers = callers;
    this.shape = shape;
  }

  /** Begins to wait where the webhook wants more than an acknowledgement. */
  static HookReply to(
      RoutingContext context,
      Webhook webhook,
      String eventId,
      Callers callers,
      BiFunction<Webhook, ObjectNode, Future<Object>> shape) {
    var reply = new HookReply(context, webhook, eventId, callers, shape);
    if (!webhook.response().equals("ack")) {
      reply.listen(callers.await(eventId));
    }
    return reply;
  }

  private void listen(Callers.Waiting caller) {
    waiting = caller;
    var loop = context.vertx().getOrCreateContext();
    caller.started().onSuccess(key -> loop.runOnContext(v -> runKey = key));
    caller.answered().onSuccess(answer -> on(loop, () -> send(answer)));
    caller.ended().onSuccess(end -> on(loop, () -> ended(end)));
    var timer =
        context.vertx().setTimer(webhook.timeout().toMillis(), id -> on(loop, this::goesOn));
    context.addEndHandler(
        done -> {
          context.vertx().cancelTimer(timer);
          callers.forget(eventId);
        });
  }

  private void on(Context loop, Runnable answer) {
    loop.runOnContext(
        v -> {
          if (!context.response().ended() && !context.response().closed()) {
            answer.run();
          }
        });
  }

  /** The event is with the broker. */
  void accepted() {
    if (waiting == null) {
      Json.send(context, 202, new Accepted(eventId));
    }
  }

  /** The event could not be taken; nothing was started. */
  void refused(Throwable failure) {
    context.fail(failure);
  }

  private void ended(RunEnd end) {
    if (end.status().equals("completed") && webhook.response().equals("result")) {
      shape
          .apply(webhook, end.variables())
          .onSuccess(body -> Json.send(context, 200, body))
          .onFailure(context::fail);
    } else {
      var why =
          end.status().equals("completed") ? "ended without an answer" : "was " + end.status();
      context.fail(new HttpProblem(502, "The run " + end.runKey() + " " + why + "."));
    }
  }

  private void send(Callers.Answer answer) {
    var response = context.response().setStatusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    if (answer.body().isNull()) {
      response.end();
    } else if (answer.body().isTextual()) {
      if (!response.headers().contains("Content-Type")) {
        response.putHeader("Content-Type", "text/plain; charset=utf-8");
      }
      response.end(answer.body().textValue());
    } else {
      if (!response.headers().contains("Content-Type")) {
        response.putHeader("Content-Type", "application/json");
      }
      response.end(answer.body().toString());
    }
  }

  private void goesOn() {
    var body = new LinkedHashMap<String, String>();
    body.put("eventId", eventId);
    if (runKey != 0) {
      body.put("runKey", String.valueOf(runKey));
      body.put("status", "/api/runs/" + runKey);
    }
    Json.send(context, 202, body);
  }

  /** The acknowledgement. */
  record Accepted(String eventId) {}
}
