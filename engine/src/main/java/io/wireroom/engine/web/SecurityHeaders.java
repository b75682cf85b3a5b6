package io.wireroom.engine.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

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
    context
        .response()
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "same-origin")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Content-Security-Policy", fromOutside(context) ? SANDBOX : APPLICATION);
    context.next();
  }

  private static boolean fromOutside(RoutingContext context) {
    var path = context.normalizedPath();
    return path.startsWith("/site/") || path.startsWith("/demo/") || path.startsWith("/hooks");
  }
}
