package io.wireroom.engine.connections;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.wireroom.testkit.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/** An endpoint that shows whatever credential it is sent, in each form, wherever it can. */
final class EchoingPeer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ScriptedServer server;
  private final Sentinel harmless;
  private final BlockingQueue<Runnable> held = new LinkedBlockingQueue<>();

  EchoingPeer(ScriptedServer server, Sentinel harmless) {
    this.server = server;
    this.harmless = harmless;
    server.on("/json", request -> json(request, 200));
    server.on("/error", request -> json(request, 418));
    server.on("/text-error", request -> text(request, 500));
    server.on("/broken-json", request -> text(request, 200));
    server.on("/held", request -> held.add(() -> json(request, 200)));
    server.on("/held-error", request -> held.add(() -> json(request, 400)));
  }

  String url(String path) {
    return server.uri(path).toString();
  }

  /** Lets the call go on that waits at {@code /held}; blocks until there is one. */
  void release() throws InterruptedException {
    var answer = held.take();
    answer.run();
  }

  /** Blocks until a call waits. */
  void awaitCall() throws InterruptedException {
    held.put(held.take());
  }

  private void json(HttpServerRequest request, int status) {
    var secret = credential(request);
    var body = JSON.createObjectNode();
    body.put("harmless", harmless.value());
    body.put("sent", String.valueOf(request.getHeader("Authorization")));
    body.put("said", "You sent " + secret + ".");
    body.put(secret, "as a name");
    var forms = body.putObject("forms");
    new Sentinel("", secret).shown().forEach(forms::put);
    body.putArray("list").add(secret).addObject().put("deep", secret);
    start(request, status, secret)
        .putHeader("Content-Type", "application/json")
        .end(body.toString());
  }

  private void text(HttpServerRequest request, int status) {
    var secret = credential(request);
    var forms = new Sentinel("", secret).shown().values().stream().collect(Collectors.joining(" "));
    start(request, status, secret)
        .putHeader("Content-Type", status == 200 ? "application/json" : "text/plain")
        .end(harmless.value() + " rejects " + secret + " " + forms);
  }

  private static HttpServerResponse start(HttpServerRequest request, int status, String secret) {
    var hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
    return request
        .response()
        .setStatusCode(status)
        .putHeader("X-Sent", String.valueOf(request.getHeader("Authorization")))
        .putHeader("X-Secret", secret)
        .putHeader("X-" + hex, "as a name");
  }

  /** What the caller proved itself with. */
  static String credential(HttpServerRequest request) {
    var key = request.getHeader("X-Key");
    if (key != null) {
      return key;
    }
    var sent = String.valueOf(request.getHeader("Authorization"));
    if (!sent.startsWith("Basic ")) {
      return sent.replaceFirst("^Bearer ", "");
    }
    var pair = new String(Base64.getDecoder().decode(sent.substring(6)), StandardCharsets.UTF_8);
    return pair.substring(pair.indexOf(':') + 1);
  }
}
