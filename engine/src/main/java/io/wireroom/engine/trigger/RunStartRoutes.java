package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import io.wireroom.engine.workflow.Diagram;
import io.wireroom.engine.workflow.Versions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starting a run by an API call. */
public final class RunStartRoutes implements Routes {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final Duration UNTIL_SEEN = Duration.ofSeconds(20);

  private final Vertx vertx;
  private final Versions versions;
  private final Starts starts;
  private final Callers callers;

  public RunStartRoutes(Vertx vertx, Versions versions, Starts starts, Callers callers) {
    this.vertx = vertx;
    this.versions = versions;
    this.starts = starts;
    this.callers = callers;
  }

  @Override
  public void mount(Router router) {
    router.post("/api/workflows/:id/runs").handler(this::start);
  }

  private void start(RoutingContext context) {
    Access.require(context, Role.AUTHOR);
    var id = Params.path(context, "id");
    var variables = Json.object(context);
    var wait = Params.duration(context, "wait", LONGEST_WAIT);
    var trigger = trigger(context);
    Blocking.call(vertx, () -> startable(id))
        .compose(diagram -> start(diagram, trigger, variables, wait))
        .onSuccess(answer -> Json.send(context, answer.code(), answer.body()))
        .onFailure(context::fail);
  }

  /** The command line and the browser name themselves; everything else is an API call. */
  private static String trigger(RoutingContext context) {
    var client = context.request().getHeader("Wireroom-Client");
    return client != null && client.matches("cli|browser") ? client : "api";
  }

  private Diagram startable(String id) {
    var latest =
        versions
            .latest(id)
            .orElseThrow(() -> new HttpProblem(404, "No workflow " + id + " is published."));
    var diagram = Diagram.parse(latest.xml());
    if (!diagram.hasNoneStart() && diagram.webhooks().isEmpty()) {
      throw new HttpProblem(422, "The workflow " + id + " starts by itself only.");
    }
    return diagram;
  }

  private Future<Answered> start(
      Diagram diagram, String trigger, ObjectNode variables, Optional<Duration> wait) {
    var eventId = Starts.newEventId();
    var caller = callers.await(eventId);
    return starts
        .byCall(diagram, eventId, trigger, variables)
        .compose(
            key ->
                key.map(Future::succeededFuture)
                    .orElseGet(() -> within(caller.started(), UNTIL_SEEN)))
        .compose(key -> answer(key, caller, wait))
        .recover(error -> notYetSeen(error, eventId))
        .eventually(() -> forget(eventId));
  }

  private Future<Void> forget(String eventId) {
    callers.forget(eventId);
    return Future.succeededFuture();
  }

  private static Future<Answered> answer(
      long runKey, Callers.Waiting caller, Optional<Duration> wait) {
    var key = String.valueOf(runKey);
    if (wait.isEmpty()) {
      return Future.succeededFuture(new Answered(201, Map.of("runKey", key)));
    }
    return within(caller.ended(), wait.get())
        .map(
            end ->
                new Answered(
                    200, Map.of("runKey", key, "status", end.status(), "result", end.variables())))
        .recover(
            error ->
                error instanceof TimeoutException
                    ? Future.succeededFuture(
                        new Answered(202, Map.of("runKey", key, "status", "running")))
                    : Future.failedFuture(error));
  }

  private static Future<Answered> notYetSeen(Throwable error, String eventId) {
    return error instanceof TimeoutException
        ? Future.succeededFuture(new Answered(202, Map.of("eventId", eventId)))
        : Future.failedFuture(error);
  }

  private static <T> Future<T> within(Future<T> future, Duration time) {
    return future.timeout(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private record Answered(int code, Map<String, ?> body) {}
}
