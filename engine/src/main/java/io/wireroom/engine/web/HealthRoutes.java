package io.wireroom.engine.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.store.Database;
import java.util.Map;

/** Whether we live and are ready, and why not; no sign-in, nothing secret. */
public final class HealthRoutes implements Routes {
  private final Vertx vertx;
  private final ProcessEngine engine;
  private final Database database;

  public HealthRoutes(Vertx vertx, ProcessEngine engine, Database database) {
    this.vertx = vertx;
    this.engine = engine;
    this.database = database;
  }

  @Override
  public void mount(Router router) {
    router.get("/health/live").handler(context -> Json.send(context, 200, Map.of("status", "up")));
    router.get("/health/ready").handler(this::ready);
  }

  private void ready(RoutingContext context) {
    var store =
        Blocking.call(vertx, this::store).otherwise(e -> Part.down(String.valueOf(e.getMessage())));
    var broker =
        engine.health().map(health -> new Part(health.ready() ? "up" : "down", health.detail()));
    Future.all(store, broker)
        .onSuccess(
            all -> {
              var up = store.result().up() && broker.result().up();
              Json.send(
                  context,
                  up ? 200 : 503,
                  Map.of(
                      "status",
                      up ? "up" : "down",
                      "parts",
                      Map.of("store", store.result(), "broker", broker.result())));
            })
        .onFailure(context::fail);
  }

  private Part store() {
    database.read(db -> db.selectOne().fetch());
    return database
        .damage()
        .map(Part::down)
        .orElseGet(() -> new Part("up", database.product() + " answers"));
  }

  /** One part's state. */
  record Part(String status, String detail) {
    static Part down(String detail) {
      return new Part("down", detail);
    }

    boolean up() {
      return status.equals("up");
    }
  }
}
