package io.wireroom.testkit;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real HTTP server on 127.0.0.1 and a free port whose answers a test scripts by path. */
public final class ScriptedServer implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Map<String, Handler<HttpServerRequest>> script = new ConcurrentHashMap<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private ScriptedServer() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::handle)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  public static ScriptedServer start() {
    return new ScriptedServer();
  }

  /** Runs {@code handler} for requests to {@code path}; unknown paths get 404. */
  public ScriptedServer on(String path, Handler<HttpServerRequest> handler) {
    script.put(path, handler);
    return this;
  }

  /** Answers {@code path} with 200 and the text. */
  public ScriptedServer text(String path, String contentType, String body) {
    return on(path, request -> request.response().putHeader("Content-Type", contentType).end(body));
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  public int port() {
    return server.actualPort();
  }

  /** All requests so far, in the order in which their bodies were complete. */
  public List<Seen> requests() {
    return List.copyOf(seen);
  }

  private void handle(HttpServerRequest request) {
    request.body().onSuccess(body -> seen.add(Seen.of(request, body)));
    script
        .getOrDefault(
            String.valueOf(request.path()),
            r -> r.response().setStatusCode(404).end("not scripted"))
        .handle(request);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** A request as the server saw it; header names in lower case. */
  public record Seen(String method, String path, Map<String, String> headers, String body) {
    static Seen of(HttpServerRequest request, Buffer body) {
      var headers = new ConcurrentHashMap<String, String>();
      request
          .headers()
          .forEach(h -> headers.put(h.getKey().toLowerCase(java.util.Locale.ROOT), h.getValue()));
      return new Seen(
          request.method().name(), String.valueOf(request.path()), headers, body.toString());
    }
  }
}
