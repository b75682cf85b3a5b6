package io.wireroom.engine.trigger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.trigger.auth.HookAuth;
import io.wireroom.engine.trigger.auth.HookCall;
import io.wireroom.engine.trigger.auth.HookVerdict;
import io.wireroom.engine.trigger.body.BodyReader;
import io.wireroom.engine.trigger.body.RequestBytes;
import io.wireroom.engine.trigger.inbox.Document;
import io.wireroom.engine.trigger.inbox.Inbox;
import io.wireroom.engine.trigger.inbox.NewEvent;
import io.wireroom.engine.trigger.inbox.Rejected;
import io.wireroom.engine.trigger.inbox.TriggerKind;
import io.wireroom.engine.trigger.limit.HookLimits;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.workflow.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A webhook request's life, from top to bottom: read, verified, shaped, stored, answered. */
public final class HookIntake {
  private static final Duration LONGEST_BODY = Duration.ofSeconds(30);

  private final Vertx vertx;
  private final HookAuth auth;
  private final HookLimits limits;
  private final HookEvents events;
  private final Inbox inbox;
  private final Callers callers;
  private final Clock clock;

  public HookIntake(
      Vertx vertx, HookAuth auth, HookEvents events, Inbox inbox, Callers callers, Clock clock) {
    this.vertx = vertx;
    this.auth = auth;
    this.limits = new HookLimits(clock);
    this.events = events;
    this.inbox = inbox;
    this.callers = callers;
    this.clock = clock;
  }

  /** Takes a request at one of these webhooks, which share the path; event loop. */
  void receive(RoutingContext context, String path, Place place) {
    var webhook = choose(context, path, place.webhooks());
    var arrived = new Arrived(context, path, place, webhook, Inbox.newId(), clock.instant());
    RequestBytes.read(context, webhook.limits().bodyBytes(), LONGEST_BODY)
        .compose(bytes -> verified(arrived, bytes))
        .onFailure(failure -> refuse(arrived, failure, Optional.empty()));
  }

  private static Webhook choose(RoutingContext context, String path, List<Webhook> atPath) {
    if (atPath.isEmpty()) {
      throw new HttpProblem(404, "No published workflow has the webhook path " + path + ".");
    }
    var method = context.request().method().name();
    return atPath.stream()
        .filter(hook -> hook.takes(method))
        .findFirst()
        .orElseThrow(() -> notAllowed(context, atPath));
  }

  private static HttpProblem notAllowed(RoutingContext context, List<Webhook> atPath) {
    var methods = String.join(", ", atPath.stream().map(Webhook::method).toList());
    context.response().putHeader("Allow", methods);
    return new HttpProblem(405, "This webhook takes " + methods.toUpperCase(Locale.ROOT) + ".");
  }

  private Future<Void> verified(Arrived arrived, byte[] bytes) {
    var call = HookCall.of(arrived.context(), bytes);
    // why off the event loop: signatures over and expressions on large bodies take their time
    return Blocking.call(vertx, () -> auth.check(call, arrived.webhook().auth()))
        .compose(
            verdict ->
                switch (verdict) {
                  case HookVerdict.Refused refused -> {
                    refused
                        .signIn()
                        .ifPresent(
                            how -> arrived.context().response().putHeader("WWW-Authenticate", how));
                    keep(arrived, refused, Optional.empty(), refused.reason());
                    arrived.context().fail(new HttpProblem(refused.status(), refused.message()));
                    yield Future.succeededFuture();
                  }
                  case HookVerdict.Challenge challenge -> {
                    answer(arrived.context(), challenge);
                    yield Future.succeededFuture();
                  }
                  case HookVerdict.Passed passed -> take(arrived, passed, bytes);
                });
  }

  private static void answer(RoutingContext context, HookVerdict.Challenge challenge) {
    context
        .response()
        .setStatusCode(challenge.status())
        .putHeader("Content-Type", challenge.contentType())
        .putHeader("Cache-Control", "no-store")
        .end(challenge.body());
  }

  private Future<Void> take(Arrived arrived, HookVerdict.Passed passed, byte[] bytes) {
    limits.count(arrived.context(), arrived.webhook());
    // why not before: a stranger whose body drips must not hold a place among those who wait
    if (!arrived.webhook().response().equals("ack")) {
      limits.enter(arrived.context(), arrived.webhook());
    }
    return Blocking.call(vertx, () -> event(arrived, passed, bytes))
        .onSuccess(event -> store(arrived, event))
        .<Void>mapEmpty()
        .recover(
            failure -> {
              // why with its body: the sender is known, and somebody has to see what it sends
              refuse(arrived, failure, raw(arrived, bytes));
              return Future.succeededFuture();
            });
  }

  private static Optional<Document> raw(Arrived arrived, byte[] bytes) {
    var type = arrived.context().request().getHeader("Content-Type");
    return bytes.length == 0
        ? Optional.empty()
        : Optional.of(Document.of("body", type == null ? "application/json" : type, bytes));
  }

  private void store(Arrived arrived, NewEvent event) {
    var reply =
        HookReply.to(arrived.context(), arrived.webhook(), event.id(), inbox, callers, events);
    inbox.accept(event).onSuccess(reply::accepted).onFailure(reply::refused);
  }

  private NewEvent event(Arrived arrived, HookVerdict.Passed passed, byte[] bytes) {
    var webhook = arrived.webhook();
    var headers = arrived.context().request().headers();
    var body = BodyReader.read(headers, bytes);
    var request =
        HookRequest.head(
            arrived.context(), arrived.path(), arrived.eventId(), arrived.at(), passed);
    var raw = raw(arrived, bytes);
    HookRequest.put(request, body.value(), raw);
    var documents = new ArrayList<>(body.files());
    raw.ifPresent(documents::addFirst);
    var workflow = arrived.place().workflow().orElse(webhook.workflow());
    return new NewEvent(
        arrived.eventId(),
        TriggerKind.WEBHOOK,
        events.target(webhook, workflow, request),
        request,
        documents,
        events.variables(webhook, request),
        arrived.place().draft()
            ? Optional.empty()
            : events.dedupe(
                webhook, workflow, request, HookEvents.delivery(webhook, headers, body.value())),
        Optional.empty(),
        webhook.auth().kind().word(),
        arrived.place().draft(),
        arrived.at());
  }

  private void refuse(Arrived arrived, Throwable failure, Optional<Document> body) {
    if (failure instanceof HttpProblem problem && problem.status() < 429) {
      keep(
          arrived,
          new HookVerdict.Refused(problem.status(), "", "", Optional.empty()),
          body,
          String.valueOf(problem.getMessage()));
    }
    if (!arrived.context().response().ended()) {
      arrived.context().fail(failure);
    }
  }

  private void keep(Arrived arrived, HookVerdict verdict, Optional<Document> body, String reason) {
    if (!limits.keepsRefusal(arrived.webhook())) {
      return;
    }
    inbox.reject(
        new Rejected(
            TriggerKind.WEBHOOK,
            arrived.place().workflow().orElse(arrived.webhook().workflow()),
            arrived.webhook().elementId(),
            HookRequest.head(
                arrived.context(), arrived.path(), arrived.eventId(), arrived.at(), verdict),
            body,
            arrived.webhook().auth().kind().word(),
            reason,
            arrived.place().draft(),
            arrived.at()));
  }

  /**
   * Where a request arrived.
   *
   * @param workflow the workflow that it counts for, when the webhooks are those of a copy
   */
  record Place(List<Webhook> webhooks, Optional<String> workflow, boolean draft) {
    static Place published(List<Webhook> webhooks) {
      return new Place(webhooks, Optional.empty(), false);
    }
  }

  private record Arrived(
      RoutingContext context,
      String path,
      Place place,
      Webhook webhook,
      String eventId,
      Instant at) {}
}
