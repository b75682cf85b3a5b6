package io.wireroom.testkit.model;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real server on 127.0.0.1 and a free port that speaks, by path, Bedrock, SageMaker, OpenAI, S3
 * and STS, on HTTP/1.1 and on HTTP/2 without a handshake. What is signed it verifies; each request
 * gets the next answer of the script, and the usual one when the script is empty.
 *
 * <p>Threading: answers go out on one event loop; scripts and counts can be used from any thread.
 */
public final class ScriptedModelServer implements AutoCloseable {
  /** The one access key that there is. */
  public static final String ACCESS_KEY = "AKIDSCRIPTED0001";

  public static final String SECRET_KEY = "Scripted+Secret/Key4711SentinelXYZ0123456";
  public static final String BEARER = "bedrock-api-key-sentinel-4711";

  private final Vertx vertx = Vertx.vertx();
  private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<Play> ticking = new CopyOnWriteArrayList<>();
  private final Map<String, Buffer> files = new ConcurrentHashMap<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger cancels = new AtomicInteger();
  private final CloudParts cloud = new CloudParts(files);
  private final HttpServer server;
  private volatile Optional<Context> loop = Optional.empty();

  private ScriptedModelServer() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(this::handle)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  public static ScriptedModelServer start() {
    return new ScriptedModelServer();
  }

  /** The next answers, one for each request. */
  public ScriptedModelServer answers(Answer... next) {
    script.addAll(List.of(next));
    return this;
  }

  /** Puts a file where S3 has it: {@code bucket/key}. */
  public void file(String place, String content) {
    files.put(place, Buffer.buffer(content));
  }

  public Optional<String> file(String place) {
    return Optional.ofNullable(files.get(place)).map(Buffer::toString);
  }

  /** Lets every answer that goes by ticks send its next piece. */
  public void tick() {
    loop.ifPresent(l -> l.runOnContext(on -> ticking.removeIf(play -> !play.step())));
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  /** All requests so far, in the order in which their bodies were complete. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  public int inFlight() {
    return inFlight.get();
  }

  /** The most requests that were under way at one time. */
  public int mostInFlight() {
    return most.get();
  }

  /** Requests that the other side gave up before their answer was complete. */
  public int cancels() {
    return cancels.get();
  }

  /**
   * A request as it came.
   *
   * @param headers names in lower case
   * @param verdict on its signature, or its bearer token
   */
  public record Call(
      String method,
      String uri,
      String version,
      Map<String, String> headers,
      String body,
      SigV4Verifier.Verdict verdict) {}

  private void handle(HttpServerRequest request) {
    loop = Optional.of(vertx.getOrCreateContext());
    most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    var response = request.response();
    response.exceptionHandler(known -> {});
    var done = new AtomicInteger();
    response.endHandler(
        end -> {
          if (done.getAndIncrement() == 0) {
            inFlight.decrementAndGet();
          }
        });
    response.closeHandler(
        closed -> {
          if (done.getAndIncrement() == 0) {
            inFlight.decrementAndGet();
            cancels.incrementAndGet();
          }
        });
    request.body().onSuccess(body -> answer(request, body));
  }

  private void answer(HttpServerRequest request, Buffer body) {
    var headers = new TreeMap<String, String>();
    request
        .headers()
        .forEach(
            h ->
                headers.merge(
                    h.getKey().toLowerCase(Locale.ROOT), h.getValue(), (a, b) -> a + "," + b));
    headers.keySet().removeIf(name -> name.startsWith(":"));
    // why: HTTP/2 has the host in the request line; some clients sign it by its name there
    headers.putIfAbsent("host", String.valueOf(request.authority()));
    if (request.version() == HttpVersion.HTTP_2) {
      headers.put(SigV4Verifier.AUTHORITY, String.valueOf(request.authority()));
    }
    var verdict = cloud.verdict(request.method().name(), request.uri(), headers, body.getBytes());
    calls.add(
        new Call(
            request.method().name(),
            request.uri(),
            request.version().name(),
            headers,
            body.toString(),
            verdict));
    var path = String.valueOf(request.path());
    if (verdict instanceof SigV4Verifier.Verdict.Bad(var reason) && CloudParts.guarded(path)) {
      request
          .response()
          .putHeader("x-amzn-ErrorType", "UnrecognizedClientException")
          .setStatusCode(403)
          .end(Json.object().put("message", reason).toString());
    } else if (!cloud.handled(request, path, body)) {
      play(request, path, body);
    }
  }

  private void play(HttpServerRequest request, String path, Buffer body) {
    var shape = Shapes.of(path, body.toString());
    if (shape.isEmpty()) {
      request.response().setStatusCode(404).end("not scripted");
      return;
    }
    var next = script.poll();
    var play =
        new Play(shape.get(), next == null ? Answer.with(Fault.NONE) : next, request.response());
    if (Shapes.streamed(path, body.toString())) {
      play.stream(ticking);
    } else {
      play.whole();
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
