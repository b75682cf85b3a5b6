package io.wireroom.engine.repair;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.wireroom.engine.access.Caller;
import io.wireroom.engine.history.Incident;
import io.wireroom.engine.history.IncidentFilter;
import io.wireroom.engine.history.IncidentQueries;
import io.wireroom.engine.history.IncidentView;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.web.HttpProblem;
import java.util.List;
import java.util.Optional;

/** Lets steps go on that stopped, with changed variables. Blocks; for virtual threads. */
public final class Retries {
  private static final String MEANWHILE = "It ended or was repaired meanwhile.";

  private final IncidentQueries incidents;
  private final RunQueries runs;
  private final ProcessEngine engine;
  private final Deeds deeds;

  public Retries(IncidentQueries incidents, RunQueries runs, ProcessEngine engine, Deeds deeds) {
    this.incidents = incidents;
    this.runs = runs;
    this.engine = engine;
    this.deeds = deeds;
  }

  Result one(long key, ObjectNode changed, Caller caller) {
    if (incidents.find(key).isEmpty()) {
      throw new HttpProblem(404, "There is no incident " + key + ".");
    }
    var result = Future.await(retry(key, changed));
    if (!result.done()) {
      throw new HttpProblem(409, result.reason().orElse(MEANWHILE));
    }
    keep(key, changed, caller);
    return result;
  }

  /** Those that are named, or all open ones that the filter finds, up to {@link Asked#MOST}. */
  List<Result> many(Asked asked, ObjectNode changed, Caller caller) {
    var keys = asked.has("keys") ? asked.keys("keys") : found(asked);
    return Result.ofEach(keys, key -> retry(key, changed), key -> keep(key, changed, caller));
  }

  private void keep(long key, ObjectNode changed, Caller caller) {
    deeds.keep(caller, "retry incident", key, Deeds.names(changed));
  }

  private List<Long> found(Asked asked) {
    return incidents
        .list(
            new IncidentFilter(
                asked.text("workflow"),
                asked.text("elementId"),
                Optional.of(true),
                asked.text("q"),
                Optional.empty(),
                Asked.MOST))
        .stream()
        .map(IncidentView::key)
        .toList();
  }

  private Future<Result> retry(long key, ObjectNode changed) {
    var incident = runs.openIncident(key);
    if (incident.isEmpty()) {
      return Future.succeededFuture(
          Result.not(
              key,
              incidents.find(key).isPresent() ? MEANWHILE : "There is no incident " + key + "."));
    }
    return engine
        .repair(repair(incident.get(), changed))
        .map(done -> done ? Result.done(key) : Result.not(key, MEANWHILE));
  }

  private static ProcessEngine.Repair repair(Incident incident, ObjectNode changed) {
    return new ProcessEngine.Repair(
        incident.key(),
        incident.stepKey(),
        incident.jobKey(),
        Math.max(1, incident.retries()),
        changed);
  }
}
