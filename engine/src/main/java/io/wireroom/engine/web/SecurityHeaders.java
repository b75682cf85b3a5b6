package io.wireroom.engine.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The headers of every answer; content that came from outside gets the sandbox. */
final class SecurityHeaders implements Handler<RoutingContext> {
  private static final String APPLICATION =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
          + "font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; "
          + "form-action 'self'; frame-ancestors 'none'";

  /** For anything whose text came from outside. */
  static final String SANDBOX = "sandbox; default-src 'none'; img-src 'self'; style-src 'self'";

  @Override
  public void handle(RoutingContext context) {
    var headers = context.response().headers();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Content-Security-Policy", SANDBOX);
    var path = path(context);
    if (path.isEmpty()) {
      context.fail(new HttpProblem(400, "The address is not readable."));
      return;
    }
    if (!isFromOutside(path.get())) {
      headers.set("Content-Security-Policy", APPLICATION);
    }
    context.next();
  }

  /** why here: this is the first handler to ask for it, and an escape such as %zz gives none. */
  private static Optional<String> path(RoutingContext context) {
    try {
      return Optional.of(context.normalizedPath());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isFromOutside(String path) {
    return path.startsWith("/site/") || path.startsWith("/demo/") || path.startsWith("/hooks");
  }
}
