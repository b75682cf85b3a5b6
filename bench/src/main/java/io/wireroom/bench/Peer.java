package io.wireroom.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;

/** What the HTTP step calls: a server that answers a small JSON object at once. */
final class Peer implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server =
      vertx
          .createHttpServer()
          .requestHandler(
              request ->
                  request
                      .response()
                      .putHeader("Content-Type", "application/json")
                      .end("{\"ok\":true}"))
          .listen(0, "127.0.0.1")
          .toCompletionStage()
          .toCompletableFuture()
          .join();

  URI uri() {
    return URI.create("http://127.0.0.1:" + port() + "/answer");
  }

  int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
