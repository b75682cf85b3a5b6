package io.wireroom.bench.history;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;

/** Takes the exporter's batches as the engine's own intake does, which keeps no copy of them. */
record TapedIntake(Vertx vertx, Store store) {
  /** Stores a batch. */
  @FunctionalInterface
  interface Store {
    void store(byte[] lines) throws IOException;
  }

  URI listen() {
    var server = vertx.createHttpServer().requestHandler(this::take);
    server.listen(0, "127.0.0.1").await();
    return URI.create("http://127.0.0.1:" + server.actualPort() + "/records");
  }

  private void take(HttpServerRequest request) {
    request
        .body()
        .compose(
            body ->
                vertx.executeBlocking(
                    () -> {
                      store.store(body.getBytes());
                      return true;
                    }))
        .onSuccess(stored -> request.response().setStatusCode(204).end())
        .onFailure(error -> request.response().setStatusCode(503).end());
  }
}
