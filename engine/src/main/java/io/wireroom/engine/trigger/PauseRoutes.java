package io.wireroom.engine.trigger;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Audit;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.trigger.inbox.Inbox;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import io.wireroom.engine.workflow.Deployer;
import io.wireroom.engine.workflow.Versions;
import java.util.Map;

/** Pausing a workflow: its events wait, its timers are withdrawn, its runs go on. */
public final class PauseRoutes implements Routes {
  private final Vertx vertx;
  private final Versions versions;
  private final Deployer deployer;
  private final Inbox inbox;
  private final Audit audit;

  public PauseRoutes(Vertx vertx, Versions versions, Deployer deployer, Inbox inbox, Audit audit) {
    this.vertx = vertx;
    this.versions = versions;
    this.deployer = deployer;
    this.inbox = inbox;
    this.audit = audit;
  }

  @Override
  public void mount(Router router) {
    router.post("/api/workflows/:id/pause").handler(this::pause);
    router.post("/api/workflows/:id/resume").handler(this::resume);
  }

  private void pause(RoutingContext context) {
    var caller = Access.require(context, Role.OPERATOR);
    var id = Params.path(context, "id");
    var paused =
        Blocking.call(vertx, () -> published(id))
            .compose(there -> inbox.pause(id))
            .compose(
                waiting ->
                    Blocking.awaiting(
                        vertx,
                        () -> {
                          deployer.pause(id, caller.name());
                          audit.keep(caller.name(), "pause", id, "");
                          return Map.of("paused", true);
                        }));
    Json.respond(context, 200, paused);
  }

  private void resume(RoutingContext context) {
    var caller = Access.require(context, Role.OPERATOR);
    var id = Params.path(context, "id");
    var resumed =
        Blocking.awaiting(
                vertx,
                () -> {
                  published(id);
                  deployer.resume(id);
                  audit.keep(caller.name(), "resume", id, "");
                  return id;
                })
            .compose(inbox::resume)
            .map(done -> Map.of("paused", false));
    Json.respond(context, 200, resumed);
  }

  private boolean published(String id) {
    if (versions.latest(id).isEmpty()) {
      throw new HttpProblem(404, "No workflow " + id + " is published.");
    }
    return true;
  }
}
