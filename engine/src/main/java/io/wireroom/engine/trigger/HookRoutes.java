package io.wireroom.engine.trigger;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.web.Routes;
import io.wireroom.engine.workflow.Hooks;

/** The webhooks of published workflows. */
public final class HookRoutes implements Routes {
  private static final String BASE = "/hooks/";

  private final Hooks hooks;
  private final HookIntake intake;

  public HookRoutes(Hooks hooks, HookIntake intake) {
    this.hooks = hooks;
    this.intake = intake;
  }

  @Override
  public void mount(Router router) {
    router.route(BASE + "*").handler(this::receive);
  }

  private void receive(RoutingContext context) {
    var path = context.normalizedPath().substring(BASE.length());
    intake.receive(context, path, HookIntake.Place.published(hooks.at(path)));
  }
}
