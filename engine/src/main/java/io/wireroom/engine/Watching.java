package io.wireroom.engine;

import io.vertx.core.Vertx;
import io.wireroom.engine.history.History;
import io.wireroom.engine.monitor.DashboardRoutes;
import io.wireroom.engine.monitor.EventRoutes;
import io.wireroom.engine.monitor.LiveEvents;
import io.wireroom.engine.monitor.LiveTexts;
import io.wireroom.engine.monitor.RunReadRoutes;
import io.wireroom.engine.monitor.RunView;
import io.wireroom.engine.monitor.SavedFilterRoutes;
import io.wireroom.engine.monitor.SavedFilters;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.trigger.inbox.Inbox;
import io.wireroom.engine.web.Routes;
import java.time.Clock;
import java.util.List;

/** The part of the application by which people see runs. */
final class Watching {
  private Watching() {}

  static List<Routes> routes(
      Vertx vertx,
      Database database,
      History history,
      RunView view,
      LiveEvents live,
      LiveTexts texts,
      Inbox inbox,
      ProcessEngine engine,
      Clock clock) {
    return List.of(
        // why first: a filter's address looks like a run's
        new SavedFilterRoutes(vertx, new SavedFilters(database)),
        new DashboardRoutes(
            vertx,
            history.overview(),
            () -> new DashboardRoutes.Backlog(inbox.backlog(), inbox.oldestWaiting()),
            clock),
        new RunReadRoutes(vertx, history.queries(), view, engine),
        new EventRoutes(vertx, history.queries(), live, texts));
  }
}
