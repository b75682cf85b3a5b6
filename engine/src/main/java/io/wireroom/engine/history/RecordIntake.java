package io.wireroom.engine.history;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.wireroom.engine.store.StoreTrouble;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Takes the exporter's batches on a loopback port of its own and answers 204 once they are stored.
 *
 * <p>Event loop; storing happens on a worker thread, one batch after the other.
 */
public final class RecordIntake {
  public static final String PATH = "/records";
  public static final String SECRET_HEADER = "Wireroom-Secret";

  /** In an answer: whether somebody may wait for a run's end, so that it is sent at once. */
  public static final String AWAITED_HEADER = "Wireroom-Awaited";

  private static final Logger LOG = LoggerFactory.getLogger(RecordIntake.class);
  private static final long LARGEST_BATCH = 64L << 20;

  private final Vertx vertx;
  private final History history;
  private final byte[] secret;
  private final BooleanSupplier awaited;
  private final HttpServer server;

  /**
   * @param awaited whether somebody waits for the end of runs at this time
   */
  public RecordIntake(Vertx vertx, History history, String secret, BooleanSupplier awaited) {
    if (secret.isBlank()) {
      throw new IllegalArgumentException("the exporter's secret is empty");
    }
    this.vertx = vertx;
    this.history = history;
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.awaited = awaited;
    this.server = vertx.createHttpServer().requestHandler(this::handle);
  }

  /** Listens; port 0 picks a free one. */
  public Future<RecordIntake> listen(String host, int port) {
    return server.listen(port, host).map(this);
  }

  /** Where the exporter posts to. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.actualPort() + PATH);
  }

  private void handle(HttpServerRequest request) {
    var status = refusal(request);
    if (status != 0) {
      request.response().setStatusCode(status).end();
      return;
    }
    request
        .body()
        .compose(this::store)
        .onSuccess(stored -> taken(request.response()))
        .onFailure(
            error -> {
              // why quieter: the store itself said so to the person at the terminal, once
              LOG.atLevel(error instanceof StoreTrouble ? Level.INFO : Level.WARN)
                  .log("records not stored, the exporter comes again: {}", error.toString());
              request.response().setStatusCode(503).end();
            });
  }

  private void taken(HttpServerResponse response) {
    var hurry = String.valueOf(awaited.getAsBoolean());
    response.setStatusCode(204).putHeader(AWAITED_HEADER, hurry).end();
  }

  private Future<@Nullable Boolean> store(Buffer body) {
    return vertx.executeBlocking(
        () -> {
          history.store(BrokerRecord.parse(body.getBytes()));
          return true;
        });
  }

  /** The status that refuses the request; 0 takes it. */
  private int refusal(HttpServerRequest request) {
    var given = request.getHeader(SECRET_HEADER);
    if (given == null || !MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8))) {
      return 403;
    }
    if (request.method() != HttpMethod.POST || !PATH.equals(request.path())) {
      return 404;
    }
    var length = request.getHeader("Content-Length");
    if (length == null || !length.matches("[0-9]{1,18}")) {
      return 411;
    }
    return Long.parseLong(length) > LARGEST_BATCH ? 413 : 0;
  }

  public Future<Void> close() {
    return server.close();
  }
}
