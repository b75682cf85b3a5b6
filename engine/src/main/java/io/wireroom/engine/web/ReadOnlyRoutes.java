package io.wireroom.engine.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.store.StoreTrouble;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** While the store is damaged, refuses all that would change something; signing in goes on. */
public final class ReadOnlyRoutes implements Routes {
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<String> IN_MEMORY = Set.of("/api/session", "/api/sign-in-codes");

  private final BooleanSupplier damaged;

  /**
   * Watches.
   *
   * @param damaged whether nothing can be changed
   */
  public ReadOnlyRoutes(BooleanSupplier damaged) {
    this.damaged = damaged;
  }

  @Override
  public void mount(Router router) {
    router.route().handler(this::refuseChanges);
  }

  private void refuseChanges(RoutingContext context) {
    if (damaged.getAsBoolean()
        && !READING.contains(context.request().method())
        && !IN_MEMORY.contains(context.normalizedPath())) {
      throw new HttpProblem(503, StoreTrouble.Kind.DAMAGED.sentence());
    }
    context.next();
  }
}
