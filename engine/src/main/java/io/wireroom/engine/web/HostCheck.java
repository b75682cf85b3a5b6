package io.wireroom.engine.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/**
 * Refuses requests under a foreign name while we listen on loopback only.
 *
 * <p>why: a page elsewhere can point its own name at 127.0.0.1 and would then count as same-origin.
 */
final class HostCheck implements Handler<RoutingContext> {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  private final boolean loopbackOnly;

  HostCheck(String listenHost) {
    loopbackOnly = LOOPBACK.contains(listenHost);
  }

  @Override
  public void handle(RoutingContext context) {
    var authority = context.request().authority();
    if (loopbackOnly && (authority == null || !LOOPBACK.contains(authority.host()))) {
      context.fail(new HttpProblem(421, "This server answers to 127.0.0.1 and localhost only."));
      return;
    }
    context.next();
  }
}
