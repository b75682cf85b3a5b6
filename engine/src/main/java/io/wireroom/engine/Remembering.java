package io.wireroom.engine;

import io.vertx.core.Vertx;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.again.Origins;
import io.wireroom.engine.again.RunAgain;
import io.wireroom.engine.connector.Connectors;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.effect.EffectLedger;
import io.wireroom.engine.effect.EffectRoutes;
import io.wireroom.engine.effect.EffectSweep;
import io.wireroom.engine.effect.Settling;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.trigger.inbox.Inbox;
import io.wireroom.engine.trigger.inbox.KeptEvent;
import io.wireroom.engine.web.Routes;
import io.wireroom.engine.worker.Memory;
import java.time.Clock;
import java.util.List;

/** The part of the application that knows what steps did, and runs runs again from it. */
final class Remembering implements AutoCloseable {
  private final Openings open = new Openings();
  private final RunQueries runs;
  private final ProcessEngine engine;
  private final EffectLedger effects;
  private final RunAgain again;

  Remembering(
      Database main,
      Database ledger,
      RunQueries runs,
      ProcessEngine engine,
      Documents documents,
      Clock clock) {
    this.runs = runs;
    this.engine = engine;
    effects = open.opened(new EffectLedger(ledger, clock));
    documents.neededBy("effects", effects::needs);
    open.opened(EffectSweep.start(effects, runs, clock));
    again = new RunAgain(main, runs, effects, engine, documents, clock);
  }

  /** For the worker. */
  Memory memory() {
    return new Memory(effects, again.past());
  }

  /** What runs were made from. */
  Origins origins() {
    return again.origins();
  }

  /** Begins to answer what runs ask that are run again. */
  void serve() {
    open.opened(again.serve());
  }

  List<Routes> routes(
      Vertx vertx, RunAgain.Diagrams diagrams, Inbox inbox, Connectors connectors, Audit audit) {
    return List.of(
        new EffectRoutes(vertx, effects, runs, new Settling(effects, runs, engine, audit)),
        again.routes(
            vertx,
            diagrams,
            id -> inbox.kept(id).map(KeptEvent::variables),
            connectors.requiredInputs().keySet(),
            audit));
  }

  @Override
  public void close() {
    open.close();
  }
}
