package io.wireroom.engine.trigger;

import io.vertx.core.Vertx;
import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.trigger.inbox.Inbox;
import io.wireroom.engine.web.Routes;
import io.wireroom.engine.workflow.Copies;
import io.wireroom.engine.workflow.Drawings;
import java.time.Clock;
import java.util.List;

/** Puts together how drafts are tried out before they are published. */
public final class TriedDrafts {
  private TriedDrafts() {}

  /** Where the drawings come from, and what runs them. */
  public record Sources(Drawings drawings, Copies copies) {}

  /** Which way events go. */
  public record Way(HookIntake intake, Inbox inbox) {}

  /** Listening for requests, and running once. */
  public static List<Routes> routes(
      Vertx vertx, Sources sources, Way way, HookEvents events, Feel feel, Clock clock) {
    var listenings = new Listenings(sources.copies(), clock);
    var runs =
        new DraftRuns(
            sources.drawings(),
            listenings,
            sources.copies(),
            new DraftEvents(events, feel, clock),
            way.inbox());
    return List.of(
        new ListenRoutes(vertx, sources.drawings(), listenings, way.intake()),
        new DraftRunRoutes(vertx, runs));
  }
}
