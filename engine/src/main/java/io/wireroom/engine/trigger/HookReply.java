package io.wireroom.engine.trigger;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.trigger.Callers.Answer;
import io.wireroom.engine.trigger.Callers.Caller;
import io.wireroom.engine.trigger.inbox.Accepted;
import io.wireroom.engine.trigger.inbox.Inbox;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.worker.Said;
import io.wireroom.engine.workflow.Webhook;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One webhook call's answer: at once, at the run's end, when a respond step speaks, or as a stream
 * of what respond steps say; after the webhook's timeout a 202, and the run goes on. Whatever is
 * sent is sent on the request's event loop.
 */
final class HookReply implements Caller {
  private final RoutingContext context;
  private final Context loop;
  private final Webhook webhook;
  private final String eventId;
  private final Inbox inbox;
  private final Callers callers;
  private final HookEvents events;
  private final AnswerWriter writer;
  private final AtomicBoolean answered = new AtomicBoolean();
  private volatile boolean gone;
  private volatile long runKey;

  private HookReply(
      RoutingContext context,
      Webhook webhook,
      String eventId,
      Inbox inbox,
      Callers callers,
      HookEvents events) {
    this.context = context;
    this.loop = context.vertx().getOrCreateContext();
    this.webhook = webhook;
    this.eventId = eventId;
    this.inbox = inbox;
    this.callers = callers;
    this.events = events;
    this.writer = new AnswerWriter(context.response());
  }

  /** Begins to wait where the webhook wants more than an acknowledgement. */
  static HookReply to(
      RoutingContext context,
      Webhook webhook,
      String eventId,
      Inbox inbox,
      Callers callers,
      HookEvents events) {
    var reply = new HookReply(context, webhook, eventId, inbox, callers, events);
    if (!webhook.response().equals("ack")) {
      reply.beginToWait();
    }
    return reply;
  }

  private void beginToWait() {
    callers.add(eventId, this);
    var vertx = context.vertx();
    var timer = vertx.setTimer(webhook.timeout().toMillis(), id -> timeIsUp());
    context.addEndHandler(
        done -> {
          vertx.cancelTimer(timer);
          over();
        });
  }

  private void timeIsUp() {
    over();
    send(this::goesOn);
  }

  private void over() {
    gone = true;
    callers.forget(eventId);
  }

  /** Sends once; later senders find the answer given. */
  private void send(Runnable answer) {
    loop.runOnContext(
        v -> {
          if (!context.response().ended() && !context.response().closed()) {
            answer.run();
          }
        });
  }

  /** The event is on disk. */
  void accepted(Accepted accepted) {
    switch (accepted) {
      case Accepted.New taken -> {
        if (webhook.response().equals("ack")) {
          send(() -> Json.send(context, 202, new Acknowledged(eventId)));
        } else if (webhook.response().equals("stream")) {
          send(() -> writer.beginStream(eventId));
        }
      }
      case Accepted.Duplicate(var first) ->
          send(() -> Json.send(context, 200, new Known(true, first)));
      case Accepted.Conflicting(var first) ->
          send(
              () ->
                  context.fail(
                      new HttpProblem(422, "Another event came under this key: " + first + ".")));
    }
  }

  /** The event could not be taken; nothing was started. */
  void refused(Throwable failure) {
    send(() -> context.fail(failure));
  }

  @Override
  public void started(long run) {
    runKey = run;
  }

  @Override
  public boolean answer(Answer answer) {
    if (gone) {
      return false;
    }
    switch (webhook.response()) {
      case "stream" -> send(() -> writer.part(answer));
      case "respond" -> {
        if (!answered.compareAndSet(false, true)) {
          return false;
        }
        send(() -> writer.whole(answer));
      }
      default -> {
        return false; // why: this caller is promised the run's result
      }
    }
    inbox.answered(eventId);
    return true;
  }

  @Override
  public void said(Said said) {
    if (!gone && webhook.response().equals("stream")) {
      send(() -> writer.text(said));
    }
  }

  @Override
  public void ended(RunEnd end) {
    send(() -> sendEnd(end));
  }

  private void sendEnd(RunEnd end) {
    if (webhook.response().equals("stream")) {
      writer.endStream(end.status());
    } else if (end.status().equals("completed") && webhook.response().equals("result")) {
      Blocking.call(context.vertx(), () -> events.answer(webhook, end.variables()))
          .onSuccess(
              body -> {
                inbox.answered(eventId);
                Json.send(context, 200, body);
              })
          .onFailure(context::fail);
    } else {
      var why =
          end.status().equals("completed") ? "ended without an answer" : "was " + end.status();
      context.fail(new HttpProblem(502, "The run " + end.runKey() + " " + why + "."));
    }
  }

  private void goesOn() {
    if (context.response().headWritten()) {
      writer.endStream("running");
      return;
    }
    var body = new LinkedHashMap<String, String>();
    body.put("eventId", eventId);
    if (runKey != 0) {
      body.put("runKey", String.valueOf(runKey));
    }
    body.put("status", runKey != 0 ? "/api/runs/" + runKey : "/api/inbox/" + eventId);
    Json.send(context, 202, body);
  }

  /** The acknowledgement. */
  record Acknowledged(String eventId) {}

  /** The answer to a repetition. */
  record Known(boolean duplicate, String eventId) {}
}
