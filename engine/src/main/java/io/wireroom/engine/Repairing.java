package io.wireroom.engine;

import io.vertx.core.Vertx;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.history.History;
import io.wireroom.engine.people.PersonSteps;
import io.wireroom.engine.people.TaskRoutes;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.repair.Deeds;
import io.wireroom.engine.repair.IncidentRoutes;
import io.wireroom.engine.repair.RepairRoutes;
import io.wireroom.engine.repair.Retries;
import io.wireroom.engine.web.Routes;
import io.wireroom.engine.workflow.Deployments;
import java.time.Clock;
import java.util.List;

/** The part of the application by which people mend runs and complete their steps. */
final class Repairing {
  private Repairing() {}

  static List<Routes> routes(
      Vertx vertx,
      History history,
      Deployments deployments,
      ProcessEngine engine,
      Feel feel,
      Audit audit,
      Clock clock) {
    var deeds = new Deeds(audit);
    var retries = new Retries(history.incidents(), history.queries(), engine, deeds);
    return List.of(
        new RepairRoutes(vertx, history, deployments, engine, deeds),
        new IncidentRoutes(vertx, history, deployments, retries),
        new TaskRoutes(
            vertx, new PersonSteps(history, deployments, engine.changes(), feel, audit, clock)));
  }
}
