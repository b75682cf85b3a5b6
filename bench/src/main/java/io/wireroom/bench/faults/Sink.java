package io.wireroom.bench.faults;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that the runs send to: {@code Sink LEDGER}. It ends with its parent. */
final class Sink {
  private final Vertx vertx;
  private final Ledger ledger;

  private Sink(Vertx vertx, Ledger ledger) {
    this.vertx = vertx;
    this.ledger = ledger;
  }

  /** Prints its port when it listens. */
  public static void main(String[] args) throws IOException {
    Child.endWithParent();
    var vertx = Vertx.vertx();
    var sink = new Sink(vertx, Ledger.open(Path.of(args[0])));
    vertx
        .createHttpServer()
        .requestHandler(sink::receive)
        .listen(0, "127.0.0.1")
        .onSuccess(server -> System.out.println(server.actualPort()))
        .onFailure(
            error -> {
              System.err.println(error);
              System.exit(1);
            });
  }

  private void receive(HttpServerRequest request) {
    var key = request.getHeader("Idempotency-Key");
    request
        .body()
        .compose(body -> vertx.executeBlocking(() -> store(body, key == null ? "" : key), false))
        .onSuccess(stored -> request.response().end())
        .onFailure(error -> request.response().setStatusCode(500).end());
  }

  private boolean store(Buffer body, String key) throws IOException {
    var json = body.toJsonObject();
    ledger.add(
        new Effect(
            json.getString("event"), json.getInteger("sequence"), key, System.currentTimeMillis()));
    return true;
  }
}
