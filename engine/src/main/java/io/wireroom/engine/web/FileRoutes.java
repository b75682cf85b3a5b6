package io.wireroom.engine.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The browser part's files and the published site. */
public final class FileRoutes implements Routes {
  /** Pages under their own name; the list of workflows is the first page. */
  private static final List<String> PAGES =
      List.of(
          "designer",
          "runs",
          "run",
          "overview",
          "incident",
          "compare",
          "task",
          "alerts",
          "inbox",
          "connections",
          "connectors",
          "sign-in");

  private static final String HTML = "text/html; charset=utf-8";
  private static final String NO_STORY = resource("no-story.html");
  private static final long YEAR = 31_536_000;

  private final Vertx vertx;
  private final Path browserFiles;
  private final Path site;

  public FileRoutes(Vertx vertx, Path browserFiles, Path site) {
    this.vertx = vertx;
    this.browserFiles = browserFiles;
    this.site = site;
  }

  @Override
  public void mount(Router router) {
    router.get("/").handler(context -> page(context, "index.html", 200));
    PAGES.forEach(
        name -> router.get("/" + name).handler(context -> page(context, name + ".html", 200)));
    router
        .route("/assets/*")
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(files(browserFiles.resolve("assets")).setMaxAgeSeconds(YEAR));
    router.get("/favicon.svg").handler(context -> page(context, "favicon.svg", 200));
    router.get("/site").handler(FileRoutes::toTheSite);
    router
        .route("/site/*")
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .handler(files(site).setCachingEnabled(false));
    router.errorHandler(404, this::notFound);
  }

  /** why the check: the route "/site" takes "/site/" too, which would lead to itself for ever. */
  private static void toTheSite(RoutingContext context) {
    if ("/site".equals(context.request().path())) {
      context.redirect("/site/");
    } else {
      context.next();
    }
  }

  private static StaticHandler files(Path folder) {
    return StaticHandler.create(FileSystemAccess.ROOT, folder.toString())
        .setIncludeHidden(false)
        .setDirectoryListing(false)
        .setDefaultContentEncoding("UTF-8");
  }

  private void page(RoutingContext context, String file, int status) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Cache-Control", "no-cache")
        .sendFile(browserFiles.resolve(file).toString())
        .onFailure(context::fail);
  }

  /** A page for people, problem+json for programs. */
  private void notFound(RoutingContext context) {
    if (wantsPage(context) && context.normalizedPath().startsWith("/site/")) {
      // why another one: the site's policy lets no script run, and the application's needs some
      context.response().setStatusCode(404).putHeader("Content-Type", HTML).end(NO_STORY);
      return;
    }
    var file = browserFiles.resolve("not-found.html");
    if (wantsPage(context) && vertx.fileSystem().existsBlocking(file.toString())) {
      page(context, "not-found.html", 404);
    } else {
      ErrorHandlers.notFound(context);
    }
  }

  private static boolean wantsPage(RoutingContext context) {
    var accept = context.request().getHeader("Accept");
    return accept != null && accept.contains("text/html");
  }

  private static String resource(String name) {
    try (var stream = FileRoutes.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is missing beside " + FileRoutes.class);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
