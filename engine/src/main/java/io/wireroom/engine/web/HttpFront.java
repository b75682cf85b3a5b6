package io.wireroom.engine.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The HTTP server. A request's life in order: the watch for slow heads, security headers, host
 * check, the body of API calls, the area's routes, and on trouble {@link ErrorHandlers}.
 */
public final class HttpFront {
  private static final Duration HEAD_TIME = Duration.ofSeconds(75);
  private static final long MOST_API_BYTES = 5_000_000;

  private static final Pattern FORM =
      Pattern.compile(
          "\\s*(application/x-www-form-urlencoded|multipart/)", Pattern.CASE_INSENSITIVE);

  private final Vertx vertx;
  private final String host;
  private final Duration headTime;
  private List<String> routes = List.of();

  public HttpFront(Vertx vertx, String host) {
    this(vertx, host, HEAD_TIME);
  }

  HttpFront(Vertx vertx, String host, Duration headTime) {
    this.vertx = vertx;
    this.host = host;
    this.headTime = headTime;
  }

  /** Listens; the areas' routes are tried in the order given. */
  public Future<HttpServer> listen(int port, List<Routes> areas) {
    var slow = new SlowHeads(vertx, headTime);
    return vertx
        .createHttpServer(options())
        .connectionHandler(slow::connected)
        .requestHandler(router(areas, slow))
        .listen(port, host);
  }

  /** All routes, in the order in which they are tried. */
  private Router router(List<Routes> areas, SlowHeads slow) {
    var router = Router.router(vertx);
    router.route().handler(slow).handler(new SecurityHeaders()).handler(new HostCheck(host));
    router.route("/api/*").handler(HttpFront::refuseForms);
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

  /** why: a form is what curl says of any body; its text would be read as fields and be gone. */
  private static void refuseForms(RoutingContext context) {
    var type = String.valueOf(context.request().getHeader("Content-Type"));
    if (FORM.matcher(type).lookingAt()) {
      throw new HttpProblem(
          415,
          "This takes no form. Send the header Content-Type: application/json, or"
              + " application/xml for a diagram.");
    }
    context.next();
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
        // why: with it, a connection is known only after its first head, however long that takes
        .setHttp2ClearTextEnabled(false)
        .setMaxFormFields(1_000)
        .setHandle100ContinueAutomatically(true);
  }
}
