package io.wireroom.engine.monitor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import io.wireroom.engine.history.HistoryHealth;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.Json;
import io.wireroom.engine.web.Routes;

/** How the history keeps up, over HTTP and as metrics. */
public final class HistoryRoutes implements Routes {
  private final Vertx vertx;
  private final HistoryHealth health;

  public HistoryRoutes(Vertx vertx, HistoryHealth health, MeterRegistry registry) {
    this.vertx = vertx;
    this.health = health;
    Gauge.builder("wireroom.history.lag", health, HistoryHealth::lagSeconds)
        .description("How far the history is behind the broker")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("wireroom.disk.free", health, HistoryHealth::diskFreeBytes)
        .description("Room left on the data folder's disk")
        .baseUnit("bytes")
        .register(registry);
  }

  @Override
  public void mount(Router router) {
    router.get("/api/history").handler(this::show);
  }

  private void show(RoutingContext context) {
    Access.require(context, Role.VIEWER);
    Json.respond(context, 200, Blocking.call(vertx, health::state));
  }
}
