package io.wireroom.engine;

import io.vertx.core.Vertx;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.document.Documents;
import io.wireroom.engine.expression.Feel;
import io.wireroom.engine.history.History;
import io.wireroom.engine.trigger.Callers;
import io.wireroom.engine.trigger.HookEvents;
import io.wireroom.engine.trigger.HookIntake;
import io.wireroom.engine.trigger.HookRoutes;
import io.wireroom.engine.trigger.PauseRoutes;
import io.wireroom.engine.trigger.ReplayRoutes;
import io.wireroom.engine.trigger.Replays;
import io.wireroom.engine.trigger.RunStartRoutes;
import io.wireroom.engine.trigger.TriedDrafts;
import io.wireroom.engine.trigger.auth.HookAuth;
import io.wireroom.engine.trigger.inbox.Inbox;
import io.wireroom.engine.trigger.inbox.InboxRoutes;
import io.wireroom.engine.web.Routes;
import io.wireroom.engine.workflow.Copies;
import io.wireroom.engine.workflow.Deployer;
import io.wireroom.engine.workflow.Drafts;
import io.wireroom.engine.workflow.Drawings;
import io.wireroom.engine.workflow.Hooks;
import io.wireroom.engine.workflow.Versions;
import java.time.Clock;
import java.util.List;

/** The part of the application that takes events: the inbox and everything that fills it. */
final class Triggering {
  private final Vertx vertx;
  private final Clock clock;
  private final Inbox inbox;
  private final HookEvents events;
  private final Feel feel;

  Triggering(Vertx vertx, Inbox inbox, Documents documents, Feel feel, Clock clock) {
    this.vertx = vertx;
    this.clock = clock;
    this.feel = feel;
    this.events = new HookEvents(feel, documents);
    this.inbox = inbox;
  }

  /** Webhooks of published workflows, and starts by a call. */
  List<Routes> starts(HookAuth auth, Hooks hooks, Versions versions, Callers callers) {
    return List.of(
        new HookRoutes(hooks, intake(auth, callers)),
        new RunStartRoutes(vertx, versions, inbox, callers, clock));
  }

  private HookIntake intake(HookAuth auth, Callers callers) {
    return new HookIntake(vertx, auth, events, inbox, callers, clock);
  }

  /** Drafts that are tried out: with values, or by requests that they listen for. */
  List<Routes> drafts(HookAuth auth, Drawings drawings, Copies copies, Callers callers) {
    return TriedDrafts.routes(
        vertx,
        new TriedDrafts.Sources(drawings, copies),
        new TriedDrafts.Way(intake(auth, callers), inbox),
        events,
        feel,
        clock);
  }

  /** What people see of events, and what they do about them. */
  List<Routes> people(
      History history,
      Versions versions,
      Drafts drafts,
      Copies copies,
      Deployer deployer,
      Audit audit) {
    var replays = new Replays(inbox, history.queries(), versions, drafts, copies, events, clock);
    return List.of(
        new InboxRoutes(vertx, inbox),
        new ReplayRoutes(vertx, replays, audit),
        new PauseRoutes(vertx, versions, deployer, inbox, audit));
  }
}
