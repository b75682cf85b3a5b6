package io.wireroom.engine.repair;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Caller;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.history.History;
import io.wireroom.engine.history.OpenSteps;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.process.RunChanges;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import io.wireroom.engine.workflow.Deployments;
import java.util.Map;
import java.util.Set;

/** What operators do to runs: cancel, change values, move to a version, end and begin steps. */
public final class RepairRoutes implements Routes {
  private static final Set<String> FILTER = Set.of("keys", "workflow", "status", "q", "from", "to");

  private final Vertx vertx;
  private final RunQueries runs;
  private final OpenSteps steps;
  private final RunChanges changes;
  private final Cancelling cancelling;
  private final Migrating migrating;
  private final Modifying modifying;
  private final Deeds deeds;

  public RepairRoutes(
      Vertx vertx, History history, Deployments deployments, ProcessEngine engine, Deeds deeds) {
    this.vertx = vertx;
    this.runs = history.queries();
    this.steps = history.openSteps();
    this.changes = engine.changes();
    this.deeds = deeds;
    this.cancelling = new Cancelling(runs, engine, deeds);
    this.migrating = new Migrating(steps, deployments, changes, deeds);
    this.modifying = new Modifying(steps, deployments, changes, deeds);
  }

  @Override
  public void mount(Router router) {
    router.post("/api/runs/cancel").handler(this::cancelMany);
    router.post("/api/runs/:key/cancel").handler(this::cancel);
    router.post("/api/runs/:key/variables").handler(this::setVariables);
    router.post("/api/runs/:key/migrate").handler(this::migrate);
    router.post("/api/runs/:key/modify").handler(this::modify);
  }

  private void cancel(RoutingContext context) {
    var caller = Access.require(context, Role.AUTHOR);
    var key = Params.key(context, "key");
    nothing(context, () -> cancelling.one(key, caller));
  }

  private void cancelMany(RoutingContext context) {
    var caller = Access.require(context, Role.OPERATOR);
    var asked = Asked.of(context, FILTER);
    var filters = FILTER.stream().filter(asked::has).toList();
    if (filters.isEmpty() || (asked.has("keys") && filters.size() > 1)) {
      throw new HttpProblem(
          422, "Say which runs: either by \"keys\", or by a filter such as \"workflow\".");
    }
    Json.respond(
        context,
        200,
        Blocking.awaiting(vertx, () -> Map.of("results", cancelling.many(asked, caller))));
  }

  private void setVariables(RoutingContext context) {
    var caller = Access.require(context, Role.OPERATOR);
    var key = Params.key(context, "key");
    var asked = Asked.of(context, Set.of("variables", "stepId"));
    if (asked.variables("variables").isEmpty()) {
      throw Asked.wrong("variables", "Name at least one variable to set.");
    }
    nothing(context, () -> setVariables(underWay(key), asked, caller));
  }

  private void setVariables(Run run, Asked asked, Caller caller) {
    var variables = asked.variables("variables");
    var scope = asked.has("stepId") ? Asked.key(asked.body().path("stepId"), "stepId") : run.key();
    if (scope != run.key() && steps.find(scope).filter(s -> s.runKey() == run.key()).isEmpty()) {
      throw Asked.wrong("stepId", "The run has no step " + scope + ".");
    }
    Refusals.unless(Future.await(changes.setVariables(scope, variables)));
    deeds.keep(caller, "set variables", run.key(), Deeds.names(variables));
  }

  private void migrate(RoutingContext context) {
    var caller = Access.require(context, Role.OPERATOR);
    var key = Params.key(context, "key");
    var asked = Asked.of(context, Set.of("version", "mapping", "dryRun"));
    Json.respond(
        context, 200, Blocking.awaiting(vertx, () -> migrating.move(underWay(key), asked, caller)));
  }

  private void modify(RoutingContext context) {
    var caller = Access.require(context, Role.OPERATOR);
    var key = Params.key(context, "key");
    var asked = Asked.of(context, Set.of("terminate", "activate", "variables"));
    nothing(context, () -> modifying.modify(underWay(key), asked, caller));
  }

  private void nothing(RoutingContext context, Runnable deed) {
    Blocking.awaiting(
            vertx,
            () -> {
              deed.run();
              return true;
            })
        .onSuccess(done -> context.response().setStatusCode(204).end())
        .onFailure(context::fail);
  }

  private Run underWay(long key) {
    var run = runs.run(key).orElseThrow(() -> new HttpProblem(404, "There is no run " + key + "."));
    if (run.endedAt().isPresent()) {
      throw Refusals.ended();
    }
    return run;
  }
}
