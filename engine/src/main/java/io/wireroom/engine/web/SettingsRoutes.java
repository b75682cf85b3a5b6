package io.wireroom.engine.web;

import io.vertx.ext.web.Router;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import java.util.List;
import java.util.Map;

/** What {@code doctor} shows of the running server's settings. */
public final class SettingsRoutes implements Routes {
  private final List<String> netAllow;

  /**
   * @param netAllow the address guard's exceptions, explained
   */
  public SettingsRoutes(List<String> netAllow) {
    this.netAllow = List.copyOf(netAllow);
  }

  @Override
  public void mount(Router router) {
    router
        .get("/api/settings")
        .handler(
            context -> {
              Access.require(context, Role.OPERATOR);
              Json.send(context, 200, Map.of("netAllow", netAllow));
            });
  }
}
