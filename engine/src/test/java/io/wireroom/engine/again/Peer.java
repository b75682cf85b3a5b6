package io.wireroom.engine.again;

import io.vertx.core.http.HttpServerRequest;
import io.wireroom.testkit.ScriptedServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where the steps of tests call: each answers what it was sent and how often it was called. */
final class Peer implements AutoCloseable {
  private final ScriptedServer server = ScriptedServer.start();
  private final Map<String, List<String>> bodies = new ConcurrentHashMap<>();

  /** The address of a step's own path. */
  String url(String step) {
    server.on(
        "/" + step, request -> request.body().onSuccess(b -> answer(step, request, b.toString())));
    return server.uri("/" + step).toString();
  }

  /** One that refuses its first call. */
  String refusing(String step, int status) {
    server.on(
        "/" + step,
        request ->
            request
                .body()
                .onSuccess(
                    body -> {
                      if (calls(step).isEmpty()) {
                        bodies.computeIfAbsent(step, s -> new CopyOnWriteArrayList<>()).add("no");
                        request.response().setStatusCode(status).end();
                      } else {
                        answer(step, request, body.toString());
                      }
                    }));
    return server.uri("/" + step).toString();
  }

  /** One that never answers its first call. */
  String silent(String step) {
    server.on(
        "/" + step,
        request -> {
          if (calls(step).isEmpty()) {
            bodies.computeIfAbsent(step, s -> new CopyOnWriteArrayList<>()).add("silence");
          } else {
            request.body().onSuccess(body -> answer(step, request, body.toString()));
          }
        });
    return server.uri("/" + step).toString();
  }

  private void answer(String step, HttpServerRequest request, String body) {
    bodies.computeIfAbsent(step, s -> new CopyOnWriteArrayList<>()).add(body);
    request
        .response()
        .putHeader("Content-Type", "application/json")
        .end("{\"sent\": %s, \"count\": %d}".formatted(body, calls(step).size()));
  }

  /** What was sent to a step's path. */
  List<String> calls(String step) {
    return bodies.getOrDefault(step, List.of());
  }

  @Override
  public void close() {
    server.close();
  }
}
