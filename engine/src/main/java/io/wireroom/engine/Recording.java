package io.wireroom.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.wireroom.engine.document.DocumentFiles;
import io.wireroom.engine.document.DocumentRoutes;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.history.History;
import io.wireroom.engine.history.HistoryHealth;
import io.wireroom.engine.history.RecordLag;
import io.wireroom.engine.history.RunRetention;
import io.wireroom.engine.monitor.ExportRoutes;
import io.wireroom.engine.monitor.HistoryRoutes;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.web.Routes;
import java.time.Clock;
import java.util.List;

/** The part of the application that keeps what happened: history, documents, and for how long. */
final class Recording {
  private final Settings settings;
  private final Documents documents;
  private final History history;
  private final Housekeeping housekeeping;

  Recording(Database database, Settings settings, Clock clock) {
    var keeping = settings.keeping().history();
    this.settings = settings;
    documents = new Documents(new DocumentFiles(settings.data().resolve("documents"), clock));
    history = new History(database, keeping, documents);
    documents.neededBy("history", history.queries()::needs);
    var retention = new RunRetention(database, keeping, clock);
    housekeeping = new Housekeeping(retention, history.queries(), documents, clock);
  }

  Documents documents() {
    return documents;
  }

  History history() {
    return history;
  }

  /** Begins to let go what is too old; after everybody has said which documents they need. */
  Housekeeping housekeeping() {
    return housekeeping.begin();
  }

  /** Begins to watch how far behind the broker the history is. */
  RecordLag lag(ProcessEngine engine) {
    var lag = new RecordLag(engine);
    history.listen(lag::recordsStored);
    return lag.begin();
  }

  List<Routes> routes(Vertx vertx, RecordLag lag, MeterRegistry metrics) {
    return List.of(
        new ExportRoutes(vertx, history.queries(), history.pages()),
        new HistoryRoutes(vertx, new HistoryHealth(history, lag, settings.data()), metrics),
        new DocumentRoutes(vertx, documents));
  }
}
