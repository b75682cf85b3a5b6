package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Caller;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.trigger.inbox.Accepted;
import io.wireroom.engine.trigger.inbox.DedupeKey;
import io.wireroom.engine.trigger.inbox.Document;
import io.wireroom.engine.trigger.inbox.Inbox;
import io.wireroom.engine.trigger.inbox.NewEvent;
import io.wireroom.engine.trigger.inbox.Target;
import io.wireroom.engine.trigger.inbox.TriggerKind;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import io.wireroom.engine.workflow.Diagram;
import io.wireroom.engine.workflow.Versions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starting a run by an API call; with {@code Idempotency-Key} once, however often it is sent. */
public final class RunStartRoutes implements Routes {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final Duration UNTIL_SEEN = Duration.ofSeconds(20);

  private final Vertx vertx;
  private final Versions versions;
  private final Inbox inbox;
  private final Callers callers;
  private final Clock clock;

  public RunStartRoutes(Vertx vertx, Versions versions, Inbox inbox, Callers callers, Clock clock) {
    this.vertx = vertx;
    this.versions = versions;
    this.inbox = inbox;
    this.callers = callers;
    this.clock = clock;
  }

  @Override
  public void mount(Router router) {
    router.post("/api/workflows/:id/runs").handler(this::start);
  }

  private void start(RoutingContext context) {
    var caller = Access.require(context, Role.AUTHOR);
    var id = Params.path(context, "id");
    var variables = Json.object(context);
    var wait = Params.duration(context, "wait", LONGEST_WAIT);
    var kind = kind(context);
    var key = key(context, id, caller, variables);
    Blocking.call(vertx, () -> target(id))
        .compose(target -> start(event(target, kind, variables, key, caller), wait))
        .onSuccess(answer -> Json.send(context, answer.code(), answer.body()))
        .onFailure(context::fail);
  }

  /** The command line and the browser name themselves; everything else is an API call. */
  static TriggerKind kind(RoutingContext context) {
    var client = context.request().getHeader("Wireroom-Client");
    return switch (client == null ? "" : client) {
      case "cli" -> TriggerKind.CLI;
      case "browser" -> TriggerKind.BROWSER;
      default -> TriggerKind.API;
    };
  }

  private static Optional<DedupeKey> key(
      RoutingContext context, String workflow, Caller caller, ObjectNode variables) {
    var key = context.request().getHeader("Idempotency-Key");
    if (key == null) {
      return Optional.empty();
    }
    if (!key.matches("[\\x21-\\x7E]{1,255}")) {
      throw new HttpProblem(422, "Idempotency-Key must be 1 to 255 letters, digits and signs.");
    }
    var content = Document.of("", "", variables.toString().getBytes(StandardCharsets.UTF_8)).id();
    return Optional.of(new DedupeKey("api:" + workflow + ":" + caller.name(), key, content));
  }

  private Target target(String id) {
    var latest =
        versions
            .latest(id)
            .orElseThrow(() -> new HttpProblem(404, "No workflow " + id + " is published."));
    return StartTarget.of(Diagram.parse(latest.xml()))
        .orElseThrow(() -> new HttpProblem(422, "The workflow " + id + " starts by itself only."));
  }

  private NewEvent event(
      Target target,
      TriggerKind kind,
      ObjectNode variables,
      Optional<DedupeKey> key,
      Caller caller) {
    var now = clock.instant();
    var id = Inbox.newId();
    var request = JsonNodeFactory.instance.objectNode();
    request.put("id", id).put("receivedAt", now.toString()).put("by", caller.name());
    request.set("body", variables);
    var event = NewEvent.of(id, kind, target, request, variables, now);
    return key.map(event::dedupedBy).orElse(event);
  }

  private Future<Answered> start(NewEvent event, Optional<Duration> wait) {
    var run = new AwaitedRun();
    callers.add(event.id(), run);
    return inbox
        .accept(event)
        .compose(
            accepted ->
                accepted instanceof Accepted.New && inbox.isPaused(event.target().workflow())
                    ? Future.succeededFuture(waits(event.id()))
                    : answer(accepted, run, wait))
        .eventually(() -> forget(event.id()));
  }

  private static Answered waits(String eventId) {
    return new Answered(202, Map.of("eventId", eventId, "status", "waiting"));
  }

  private Future<Void> forget(String eventId) {
    callers.forget(eventId);
    return Future.succeededFuture();
  }

  private Future<Answered> answer(Accepted accepted, AwaitedRun run, Optional<Duration> wait) {
    return switch (accepted) {
      case Accepted.New(var eventId) ->
          within(run.started(), UNTIL_SEEN)
              .compose(key -> answer(key, run, wait))
              .recover(error -> notYet(error, Map.of("eventId", eventId)));
      case Accepted.Duplicate(var first) ->
          Blocking.call(vertx, () -> inbox.runOf(first))
              .map(
                  key ->
                      new Answered(
                          200,
                          key.<Map<String, ?>>map(
                                  k -> Map.of("runKey", k, "duplicate", true, "eventId", first))
                              .orElse(Map.of("duplicate", true, "eventId", first))));
      case Accepted.Conflicting(var first) ->
          Future.failedFuture(
              new HttpProblem(
                  422, "This Idempotency-Key was used with other values, for " + first + "."));
    };
  }

  private static Future<Answered> answer(long runKey, AwaitedRun run, Optional<Duration> wait) {
    var key = String.valueOf(runKey);
    if (wait.isEmpty()) {
      return Future.succeededFuture(new Answered(201, Map.of("runKey", key)));
    }
    return within(run.ended(), wait.get())
        .map(
            end ->
                new Answered(
                    200, Map.of("runKey", key, "status", end.status(), "result", end.variables())))
        .recover(error -> notYet(error, Map.of("runKey", key, "status", "running")));
  }

  private static Future<Answered> notYet(Throwable error, Map<String, ?> body) {
    return error instanceof TimeoutException
        ? Future.succeededFuture(new Answered(202, body))
        : Future.failedFuture(error);
  }

  private static <T> Future<T> within(Future<T> future, Duration time) {
    return future.timeout(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private record Answered(int code, Map<String, ?> body) {}
}
