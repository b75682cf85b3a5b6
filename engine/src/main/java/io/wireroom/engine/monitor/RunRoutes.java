package io.wireroom.engine.monitor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.access.Caller;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.history.Incident;
import io.wireroom.engine.history.Run;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people do to runs over HTTP: cancelling them, repairing their incidents. */
public final class RunRoutes implements Routes {
  private static final Logger LOG = LoggerFactory.getLogger(RunRoutes.class);

  private final Vertx vertx;
  private final RunQueries queries;
  private final ProcessEngine engine;
  private final Audit audit;

  public RunRoutes(Vertx vertx, RunQueries queries, ProcessEngine engine, Audit audit) {
    this.vertx = vertx;
    this.queries = queries;
    this.engine = engine;
    this.audit = audit;
  }

  @Override
  public void mount(Router router) {
    router.post("/api/runs/:key/cancel").handler(this::cancel);
    router.post("/api/incidents/:key/retry").handler(this::retry);
  }

  private void cancel(RoutingContext context) {
    var caller = Access.require(context, Role.OPERATOR);
    var key = Params.key(context, "key");
    Blocking.call(vertx, () -> run(key))
        .compose(run -> engine.cancel(key))
        .compose(done -> keep(done, caller, "cancel run", key))
        .onSuccess(kept -> context.response().setStatusCode(204).end())
        .onFailure(context::fail);
  }

  private void retry(RoutingContext context) {
    var caller = Access.require(context, Role.OPERATOR);
    var key = Params.key(context, "key");
    var changed = Json.object(context);
    Blocking.call(vertx, () -> incident(key))
        .compose(incident -> engine.repair(repair(incident, changed)))
        .compose(done -> keep(done, caller, "retry incident", key))
        .onSuccess(kept -> context.response().setStatusCode(204).end())
        .onFailure(context::fail);
  }

  private static ProcessEngine.Repair repair(Incident incident, ObjectNode changed) {
    return new ProcessEngine.Repair(
        incident.key(), incident.stepKey(), incident.jobKey(), incident.retries(), changed);
  }

  /** Values stay out of the audit trail and the log; they may be anybody's text. */
  private Future<Boolean> keep(boolean done, Caller caller, String what, long key) {
    if (!done) {
      return Future.failedFuture(new HttpProblem(409, "It ended or was repaired meanwhile."));
    }
    LOG.info("{} key={} by={}", what, key, caller.name());
    return Blocking.call(
        vertx,
        () -> {
          audit.keep(caller.name(), what, String.valueOf(key), "");
          return true;
        });
  }

  private Run run(long key) {
    return queries.run(key).orElseThrow(() -> new HttpProblem(404, "There is no run " + key + "."));
  }

  private Incident incident(long key) {
    return queries
        .openIncident(key)
        .orElseThrow(() -> new HttpProblem(404, "There is no open incident " + key + "."));
  }
}
