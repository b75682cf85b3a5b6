package io.wireroom.engine.again;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.document.LargeValues;
import io.wireroom.engine.effect.EffectLedger;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.web.Routes;
import io.wireroom.engine.worker.PastSteps;
import io.wireroom.engine.workflow.AgainChanges;
import io.wireroom.engine.workflow.Copies;
import io.wireroom.engine.workflow.Deployments;
import io.wireroom.engine.workflow.Drafts;
import io.wireroom.engine.workflow.Versions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The part of the application that runs runs again; what its parts are and who knows whom. */
public final class RunAgain {
  private static final Duration LEASE = Duration.ofSeconds(20);
  private static final int JOBS = 64;

  private final Database database;
  private final RunQueries runs;
  private final ProcessEngine engine;
  private final InstantSource clock;
  private final LargeValues large;
  private final AgainStore store;
  private final AgainAnswers answers;

  public RunAgain(
      Database database,
      RunQueries runs,
      EffectLedger ledger,
      ProcessEngine engine,
      Documents documents,
      InstantSource clock) {
    this.database = database;
    this.runs = runs;
    this.engine = engine;
    this.clock = clock;
    this.large = new LargeValues(documents);
    this.store = new AgainStore(database, clock);
    this.answers = new AgainAnswers(store, new StepPlaces(runs), new Records(ledger, runs));
  }

  /** For the worker. */
  public PastSteps past() {
    return answers;
  }

  /** What runs were made from. */
  public Origins origins() {
    return new Origins(store, runs);
  }

  /** Answers the jobs by which copies ask for records, from now on. */
  public AutoCloseable serve() {
    return engine.work(AgainChanges.JOB, List.of(), LEASE, JOBS, answers::handle);
  }

  /** Where diagrams are. */
  public record Diagrams(
      Deployments deployments, Versions versions, Drafts drafts, Copies copies) {}

  /**
   * The HTTP part; batches that were under way go on.
   *
   * @param events an event's variables by its id
   * @param connectors the job types of our worker
   */
  public Routes routes(
      Vertx vertx,
      Diagrams diagrams,
      Function<String, Optional<ObjectNode>> events,
      Set<String> connectors,
      Audit audit) {
    var again =
        new Again(
            runs,
            new Drawings(diagrams.deployments(), diagrams.versions(), diagrams.drafts()),
            new Beginnings(store, id -> events.apply(id).map(large::takenOut)),
            diagrams.copies(),
            engine,
            store,
            connectors);
    var differences = new Differences(runs, store);
    var batches = new Batches(new BatchStore(database, clock), again, runs, differences);
    batches.resume();
    return new AgainRoutes(vertx, again, differences, batches, audit);
  }
}
