package io.wireroom.engine.connector;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Routes;
import io.wireroom.models.Models;
import io.wireroom.models.RouteState;
import java.util.List;
import java.util.Map;

/** The models that an editor can pick, with their routes as they are now. */
public final class ModelRoutes implements Routes {
  private final Models models;

  public ModelRoutes(Models models) {
    this.models = models;
  }

  @Override
  public void mount(Router router) {
    router.get("/api/models").handler(this::list);
  }

  private void list(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    var items =
        models.states().entrySet().stream()
            .map(e -> new Model(e.getKey(), e.getValue().stream().map(View::of).toList()))
            .toList();
    Json.send(context, 200, Map.of("items", items));
  }

  /** An alias, its routes in the order in which they are tried. */
  record Model(String alias, List<View> routes) {}

  /** A route; neither its address nor its key. */
  record View(String name, String adapter, String hardware, String evidence, String state) {
    static View of(RouteState now) {
      var route = now.route();
      return new View(
          route.name(),
          route.adapter().text(),
          route.hardware().family(),
          route.hardware().evidence().text(),
          now.state());
    }
  }
}
