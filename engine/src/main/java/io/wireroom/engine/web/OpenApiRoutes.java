package io.wireroom.engine.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.wireroom.engine.access.Access;
import io.wireroom.engine.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The API's description; a test holds it and the routes together. */
public final class OpenApiRoutes implements Routes {
  private final Buffer document = Buffer.buffer(read());

  @Override
  public void mount(Router router) {
    router
        .get("/api/openapi.json")
        .handler(
            context -> {
              Access.require(context, Role.VIEWER);
              context.response().putHeader("Content-Type", "application/json").end(document);
            });
  }

  private static byte[] read() {
    try (var stream = OpenApiRoutes.class.getResourceAsStream("/openapi.json")) {
      if (stream == null) {
        throw new IllegalStateException("openapi.json is not on the class path");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
