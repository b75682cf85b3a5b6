package io.wireroom.bench.models;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.wireroom.bench.Measurement;
import io.wireroom.bench.Options;
import io.wireroom.bench.Report;
import io.wireroom.bench.faults.Child;
import io.wireroom.models.endpoint.Listener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What the model layer adds to a call, what many streams need, and what hedging is worth. */
public final class ModelsCost implements Measurement {
  private static final int STREAMS = 1_000;
  private static final double MOST_P50 = 0.3;
  private static final double MOST_P99 = 2;
  private static final double MOST_HEAP = 300;
  private static final double MOST_EXTRA = 0.05;

  @Override
  public Report run(Path home, Options options) throws Exception {
    var calls = options.secondsOr(120) * 50;
    try (var server = new ModelServer(options.seed());
        var asking = new Asking(server.uri())) {
      var overhead = overhead(server, asking, calls);
      System.err.println(overhead);
      var streams = streams(server);
      System.err.println(streams);
      var hedging = hedging(server, asking, Math.max(400, calls / 4));
      System.err.println(hedging);
      return report(overhead, streams, hedging);
    }
  }

  /** Times in ms, sorted. */
  private record Pair(List<Double> ours, List<Double> other) {
    double more(double share) {
      return at(ours, share) - at(other, share);
    }

    @Override
    public String toString() {
      return "ours p50 %.2f p99 %.2f, other p50 %.2f p99 %.2f"
          .formatted(at(ours, 0.5), at(ours, 0.99), at(other, 0.5), at(other, 0.99));
    }
  }

  private record Streams(int whole, int together, double heap) {}

  private record Hedging(Pair times, int calls, int extra) {}

  /** One call at a time, ours and the bare client's in turn. */
  private static Pair overhead(ModelServer server, Asking asking, int calls) throws Exception {
    var vertx = Vertx.vertx();
    var http = vertx.createHttpClient();
    try {
      return inTurn(
          calls, () -> asking.ask(ModelServer.PLAIN, Listener.NONE), () -> bare(http, server));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get();
    }
  }

  private static String bare(HttpClient http, ModelServer server) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(server.uri().resolve("/v1/chat/completions").toString())
            .putHeader("Content-Type", "application/json");
    var answer =
        http.request(options)
            .compose(request -> request.send(Buffer.buffer(Asking.body())))
            .compose(HttpClientResponse::body)
            .await();
    return new JsonObject(answer)
        .getJsonArray("choices")
        .getJsonObject(0)
        .getJsonObject("message")
        .getString("content");
  }

  /** The first third warms up. */
  private static Pair inTurn(int calls, Supplier<String> left, Supplier<String> right)
      throws Exception {
    var lefts = new ArrayList<Double>();
    var rights = new ArrayList<Double>();
    try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
      thread
          .submit(
              () -> {
                for (var i = 0; i < calls; i++) {
                  var one = millis(left);
                  var other = millis(right);
                  if (i >= calls / 3) {
                    lefts.add(one);
                    rights.add(other);
                  }
                }
              })
          .get();
    }
    return new Pair(lefts.stream().sorted().toList(), rights.stream().sorted().toList());
  }

  private static double millis(Supplier<String> call) {
    var begun = System.nanoTime();
    if (call.get().isEmpty()) {
      throw new IllegalStateException("an empty answer");
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  private static Streams streams(ModelServer server) throws Exception {
    var log = Files.createTempFile("wireroom-streams", ".log");
    try (var child =
        Child.start(ModelStreams.class, log, server.uri().toString(), String.valueOf(STREAMS))) {
      var words = child.firstLine().split(" ", 3);
      return new Streams(
          Integer.parseInt(words[0]),
          Integer.parseInt(words[1]),
          Double.parseDouble(words[2]) / 1e6);
    }
  }

  private static Hedging hedging(ModelServer server, Asking asking, int calls) throws Exception {
    var before = server.calls();
    var times =
        inTurn(
            calls,
            () -> asking.ask(Asking.HEDGED, Listener.NONE),
            () -> asking.ask(Asking.UNHEDGED, Listener.NONE));
    TimeUnit.MILLISECONDS.sleep(100); // why: a call that was just sent is counted when it arrives
    return new Hedging(times, calls, server.calls() - before - 2 * calls);
  }

  private static Report report(Pair overhead, Streams streams, Hedging hedging) {
    var extra = (double) hedging.extra / hedging.calls;
    var times = hedging.times;
    return new Report(
        "Models",
        List.of(
            "Written by `./wireroom bench models`, against a server in the same process that answers",
            "chat completions by script. Ours and the other take turns, one call at a time; the first",
            "third warms up. All share "
                + Runtime.getRuntime().availableProcessors()
                + " cores of a machine that does other work too.",
            "",
            "The bare client is Vert.x's own: one request, one answer, parsed. Ours goes the whole way:",
            "choice of a route, a place in line, the guarded door, the answer's checks and its cost.",
            "",
            "| one call | ours | bare client | more | goal |",
            "|---|--:|--:|--:|--:|",
            row("p50", overhead, 0.5, "≤ 0.3 ms"),
            row("p99", overhead, 0.99, "≤ 2 ms"),
            "",
            "Streams of %d pieces, one every %d ms, in a process with 128 MB of heap; the heap is what"
                .formatted(ModelServer.PIECES, ModelServer.EVERY_MILLIS),
            "lives after a collection while all of them speak.",
            "",
            "| streams | whole | at one time | heap | goal |",
            "|--:|--:|--:|--:|--:|",
            "| %,d | %,d | %,d | %.0f MB | ≤ 300 MB |"
                .formatted(STREAMS, streams.whole, streams.together, streams.heap),
            "",
            "Two routes whose first word takes %d ms, and %d ms for %d calls in a hundred; %,d calls each."
                .formatted(
                    ModelServer.USUAL_MILLIS,
                    ModelServer.SLOW_MILLIS,
                    ModelServer.SLOW_PERCENT,
                    hedging.calls),
            "",
            "| whole answer | hedged | not hedged |",
            "|---|--:|--:|",
            "| p50 | %.0f ms | %.0f ms |".formatted(at(times.ours, 0.5), at(times.other, 0.5)),
            "| p95 | %.0f ms | %.0f ms |".formatted(at(times.ours, 0.95), at(times.other, 0.95)),
            "| p99 | %.0f ms | %.0f ms |".formatted(at(times.ours, 0.99), at(times.other, 0.99)),
            "| calls sent twice (at most 5 %%) | %.1f %% | |".formatted(extra * 100)),
        overhead.more(0.5) <= MOST_P50
            && overhead.more(0.99) <= MOST_P99
            && streams.whole == STREAMS
            && streams.heap <= MOST_HEAP
            && extra <= MOST_EXTRA
            && at(times.ours, 0.99) < at(times.other, 0.99));
  }

  private static String row(String name, Pair pair, double share, String goal) {
    return "| %s | %.2f ms | %.2f ms | %.2f ms | %s |"
        .formatted(name, at(pair.ours, share), at(pair.other, share), pair.more(share), goal);
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }
}
