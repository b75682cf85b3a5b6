package io.wireroom.engine.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;

/**
 * The HTTP server. A request's life in order: security headers, host check, the body of API calls,
 * the area's routes, and on trouble {@link ErrorHandlers}.
 */
public final class HttpFront {
  private static final long MOST_API_BYTES = 5_000_000;

  private final Vertx vertx;
  private final String host;
  private List<String> routes = List.of();

  public HttpFront(Vertx vertx, String host) {
    this.vertx = vertx;
    this.host = host;
  }

  /** Listens; the areas' routes are tried in the order given. */
  public Future<HttpServer> listen(int port, List<Routes> areas) {
    return vertx.createHttpServer(options()).requestHandler(router(areas)).listen(port, host);
  }

  /** All routes, in the order in which they are tried. */
  private Router router(List<Routes> areas) {
    var router = Router.router(vertx);
    router.route().handler(new SecurityHeaders()).handler(new HostCheck(host));
    router.route("/api/*").handler(BodyHandler.create(false).setBodyLimit(MOST_API_BYTES));
    areas.forEach(area -> area.mount(router));
    ErrorHandlers.mount(router);
    routes =
        router.getRoutes().stream()
            .filter(route -> route.methods() != null && route.getPath() != null)
            .flatMap(route -> route.methods().stream().map(m -> m + " " + route.getPath()))
            .toList();
    return router;
  }

  /** What was mounted, as {@code METHOD path}. */
  public List<String> routes() {
    return routes;
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setCompressionSupported(true)
        .setMaxHeaderSize(32 * 1024)
        .setMaxInitialLineLength(16 * 1024)
        .setIdleTimeout(120)
        .setMaxFormFields(1_000)
        .setHandle100ContinueAutomatically(true);
  }
}
