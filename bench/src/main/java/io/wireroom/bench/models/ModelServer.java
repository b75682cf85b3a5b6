package io.wireroom.bench.models;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Chat completions by script: which one, says the model's name. One event loop. */
final class ModelServer implements AutoCloseable {
  /** Answers whole and at once. */
  static final String PLAIN = "plain";

  /** Answers in {@link #PIECES} pieces, one every {@link #EVERY_MILLIS}. */
  static final String PACED = "paced";

  /** Answers in a few pieces after {@link #USUAL_MILLIS}, or now and then after much longer. */
  static final String SLOW_TAIL = "slow-tail";

  static final int PIECES = 100;
  static final int EVERY_MILLIS = 100;
  static final int USUAL_MILLIS = 20;
  static final int SLOW_MILLIS = 1_000;
  static final int SLOW_PERCENT = 3;

  private static final String TEXT = "The river runs free again after a hundred years. ";

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final Random random;
  private final AtomicInteger calls = new AtomicInteger();

  ModelServer(long seed) throws Exception {
    random = new Random(seed);
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .body()
                        .onSuccess(body -> answer(body.toJsonObject(), request.response())))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  /** Requests until now. */
  int calls() {
    return calls.get();
  }

  private void answer(JsonObject request, HttpServerResponse response) {
    calls.incrementAndGet();
    switch (request.getString("model")) {
      case PACED -> stream(response, EVERY_MILLIS, PIECES, EVERY_MILLIS);
      case SLOW_TAIL -> {
        var slow = random.nextInt(100) < SLOW_PERCENT;
        stream(response, slow ? SLOW_MILLIS : USUAL_MILLIS, 5, 1);
      }
      default ->
          response
              .putHeader("Content-Type", "application/json")
              .end(
                  """
                  {"choices":[{"index":0,"message":{"role":"assistant","content":"%s"},\
                  "finish_reason":"stop"}],\
                  "usage":{"prompt_tokens":90,"completion_tokens":12,"total_tokens":102}}"""
                      .formatted(TEXT));
    }
  }

  private void stream(HttpServerResponse response, long first, int pieces, long every) {
    response.setChunked(true).putHeader("Content-Type", "text/event-stream");
    vertx.setTimer(first, timer -> piece(response, pieces, every));
  }

  private void piece(HttpServerResponse response, int left, long every) {
    if (response.closed()) {
      return;
    }
    if (left == 0) {
      response.end(
          """
          data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

          data: {"choices":[],"usage":{"prompt_tokens":90,"completion_tokens":12,"total_tokens":102}}

          data: [DONE]

          """);
      return;
    }
    response.write(
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + TEXT + "\"}}]}\n\n");
    vertx.setTimer(every, timer -> piece(response, left - 1, every));
  }

  @Override
  public void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }
}
