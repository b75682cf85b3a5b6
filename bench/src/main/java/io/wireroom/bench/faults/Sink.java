package io.wireroom.bench.faults;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A process of its own that the runs send to: {@code Sink LEDGER [DELAY]}, where the delay in
 * milliseconds is between a line of the ledger and the answer. It ends with its parent.
 */
final class Sink {
  private final Vertx vertx;
  private final Ledger ledger;

  private final long delay;

  private Sink(Vertx vertx, Ledger ledger, long delay) {
    this.vertx = vertx;
    this.ledger = ledger;
    this.delay = delay;
  }

  /** Prints its port when it listens. */
  public static void main(String[] args) throws IOException {
    Child.endWithParent();
    var vertx = Vertx.vertx();
    var sink =
        new Sink(
            vertx, Ledger.open(Path.of(args[0])), args.length > 1 ? Long.parseLong(args[1]) : 0);
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
        .onSuccess(sequence -> answer(request, sequence))
        .onFailure(error -> request.response().setStatusCode(500).end());
  }

  private void answer(HttpServerRequest request, int sequence) {
    var taken = "{\"taken\": " + (sequence + 1) + "}";
    var response = request.response().putHeader("Content-Type", "application/json");
    if (delay == 0) {
      response.end(taken);
    } else {
      vertx.setTimer(delay, over -> response.end(taken));
    }
  }

  private int store(Buffer body, String key) throws IOException {
    var json = body.toJsonObject();
    var sequence = json.getInteger("sequence");
    ledger.add(new Effect(json.getString("event"), sequence, key, System.currentTimeMillis()));
    return sequence;
  }
}
