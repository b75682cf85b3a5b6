package io.wireroom.engine.trigger;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.wireroom.engine.HomeLayout;
import io.wireroom.engine.web.Blocking;
import io.wireroom.engine.web.HttpProblem;
import io.wireroom.engine.web.Params;
import io.wireroom.engine.web.Routes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The demonstration's own feed: {@code workflows/ID/feed} under {@code /demo/ID/}, with {@code
 * {{base}}} replaced by this server's address.
 */
public final class DemoRoutes implements Routes {
  private static final Map<String, String> TYPES =
      Map.of(
          "xml", "application/rss+xml; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "json", "application/json",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private final Vertx vertx;
  private final Path workflows;

  public DemoRoutes(Vertx vertx, Path home) {
    this.vertx = vertx;
    this.workflows = HomeLayout.workflows(home);
  }

  @Override
  public void mount(Router router) {
    router.get("/demo/:workflow/:file").handler(this::send);
  }

  private void send(RoutingContext context) {
    var workflow = Params.path(context, "workflow");
    var file = Params.path(context, "file");
    var type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
    if (type == null || !workflow.matches("[a-z0-9-]+") || !file.matches("[a-z0-9-]+\\.[a-z]+")) {
      throw new HttpProblem(404, "There is no such file in the demonstration.");
    }
    var base = context.request().scheme() + "://" + context.request().authority();
    Blocking.call(vertx, () -> read(workflow, file).replace("{{base}}", base))
        .onSuccess(text -> context.response().putHeader("Content-Type", type).end(text))
        .onFailure(context::fail);
  }

  private String read(String workflow, String file) throws IOException {
    try {
      return Files.readString(workflows.resolve(workflow).resolve("feed").resolve(file));
    } catch (NoSuchFileException e) {
      throw new HttpProblem(404, "There is no such file in the demonstration.");
    }
  }
}
