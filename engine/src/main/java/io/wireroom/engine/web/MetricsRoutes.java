package io.wireroom.engine.web;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;

/** {@code /metrics} for Prometheus: from this machine, or with a viewer's token. */
public final class MetricsRoutes implements Routes {
  private final Vertx vertx;
  private final PrometheusMeterRegistry registry;
  private final Access access;

  public MetricsRoutes(Vertx vertx, PrometheusMeterRegistry registry, Access access) {
    this.vertx = vertx;
    this.registry = registry;
    this.access = access;
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  @Override
  public void mount(Router router) {
    router.get("/metrics").handler(this::scrape);
  }

  private void scrape(RoutingContext context) {
    var allowed =
        Loopback.sent(context)
            || access.byToken(context).filter(c -> c.role().covers(Role.VIEWER)).isPresent();
    if (!allowed) {
      throw new HttpProblem(401, "Send an API token as Authorization: Bearer …");
    }
    // why off the event loop: some figures are read from the store
    Blocking.call(vertx, registry::scrape)
        .onSuccess(
            text ->
                context
                    .response()
                    .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                    .end(text))
        .onFailure(context::fail);
  }
}
