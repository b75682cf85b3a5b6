package io.wireroom.engine.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** While the store is damaged, refuses all that would change something; signing in goes on. */
public final class ReadOnlyRoutes implements Routes {
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<String> IN_MEMORY = Set.of("/api/session", "/api/sign-in-codes");

  private final Supplier<Optional<String>> damage;

  /**
   * Watches.
   *
   * @param damage why nothing can be changed; empty while it can
   */
  public ReadOnlyRoutes(Supplier<Optional<String>> damage) {
    this.damage = damage;
  }

  @Override
  public void mount(Router router) {
    router.route().handler(this::refuseChanges);
  }

  private void refuseChanges(RoutingContext context) {
    var why = damage.get();
    if (why.isPresent()
        && !READING.contains(context.request().method())
        && !IN_MEMORY.contains(context.normalizedPath())) {
      throw new HttpProblem(503, why.get() + " Nothing can be changed until it is mended.");
    }
    context.next();
  }
}
