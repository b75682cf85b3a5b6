package io.wireroom.bench;

import io.wireroom.bench.Bench.Measurement;
import io.wireroom.bench.Load.Round;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Start-up, memory, and webhook → one HTTP step → result beside the raw client running the same
 * process on the same broker, in alternating rounds.
 */
final class FirstLight implements Measurement {
  private static final int[] CONNECTIONS = {1, 16, 64};
  private static final int ROUNDS = 5;

  @Override
  public String run(Path home, int seconds) throws Exception {
    var data = Files.createTempDirectory("wireroom-bench");
    var figures = new Figures();
    try (var peer = new Peer()) {
      var allow = "127.0.0.1:" + peer.port();
      try (var first = Product.start(home, data, allow)) {
        figures.firstStart = first.untilReady();
      }
      try (var product = Product.start(home, data, allow)) {
        measure(product, peer.uri(), figures, seconds);
      }
    }
    var report = figures.report();
    Files.writeString(home.resolve("docs/benchmarks.md"), report);
    return report;
  }

  private static void measure(Product product, URI peer, Figures figures, int seconds)
      throws Exception {
    figures.nextStart = product.untilReady();
    var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    product.publish(http, "bench-webhook", Diagrams.webhook(peer.toString()));
    figures.engineIdle = product.engineMegabytes();
    figures.brokerIdle = product.brokerMegabytes();
    var round = Duration.ofMillis(seconds * 1000L / (CONNECTIONS.length * (ROUNDS + 1) * 2));
    try (var raw = new RawClient(product, http, peer)) {
      for (var connections : CONNECTIONS) {
        var ours = new ArrayList<Round>();
        var theirs = new ArrayList<Round>();
        for (int i = 0; i <= ROUNDS; i++) {
          var our = Load.run(connections, round, () -> hook(http, product));
          var their = Load.run(connections, round, raw::run);
          if (i > 0) { // why: the first round warms up
            ours.add(our);
            theirs.add(their);
          }
          System.err.printf(
              "%d connections, round %d: %.0f/s, raw client %.0f/s%n",
              connections, i, our.perSecond(), their.perSecond());
        }
        figures.ours.put(connections, Round.median(ours));
        figures.theirs.put(connections, Round.median(theirs));
      }
    }
    figures.engineLoaded = product.engineMegabytes();
    figures.brokerLoaded = product.brokerMegabytes();
  }

  private static String hook(HttpClient http, Product product)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(product.uri("/hooks/bench"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("webhook answered " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /** What was measured, and how it is told. */
  private static final class Figures {
    private final LinkedHashMap<Integer, Round> ours = new LinkedHashMap<>();
    private final LinkedHashMap<Integer, Round> theirs = new LinkedHashMap<>();
    private Duration firstStart = Duration.ZERO;
    private Duration nextStart = Duration.ZERO;
    private long engineIdle;
    private long brokerIdle;
    private long engineLoaded;
    private long brokerLoaded;

    String report() {
      var lines = new ArrayList<String>();
      lines.add("# Benchmarks");
      lines.add("");
      lines.add(
          "Written by `./wireroom bench first-light`. Medians of "
              + ROUNDS
              + " rounds after one to warm up;");
      lines.add(
          "each round of ours is followed by one of the raw Camunda client, which runs the same process");
      lines.add(
          "(start, one HTTP call, end) on the same broker, with its own worker. Broker, engine, load and");
      lines.add(
          "peer share "
              + Runtime.getRuntime().availableProcessors()
              + " cores of a shared machine: compare within a row, not across machines.");
      lines.add("");
      lines.add(
          "| connections | ours: runs/s | p50 ms | p99 ms | raw client: runs/s | p50 ms | p99 ms | ours ÷ raw |");
      lines.add("|--:|--:|--:|--:|--:|--:|--:|--:|");
      ours.forEach(
          (connections, our) ->
              lines.add(
                  row(
                      connections,
                      our,
                      java.util.Objects.requireNonNull(theirs.get(connections)))));
      lines.add("");
      lines.add("| | |");
      lines.add("|---|--:|");
      lines.add(
          "| first start, empty data folder, until ready | %.1f s |"
              .formatted(firstStart.toMillis() / 1e3));
      lines.add("| next start, until ready | %.1f s |".formatted(nextStart.toMillis() / 1e3));
      lines.add(
          "| engine, resident, idle / after the load | %d / %d MB |"
              .formatted(engineIdle, engineLoaded));
      lines.add(
          "| broker, resident, idle / after the load | %d / %d MB |"
              .formatted(brokerIdle, brokerLoaded));
      lines.add("");
      return String.join("\n", lines);
    }

    private static String row(int connections, Round our, Round their) {
      return List.of(
              "| " + connections,
              "%.0f".formatted(our.perSecond()),
              "%.1f".formatted(our.p50()),
              "%.1f".formatted(our.p99()),
              "%.0f".formatted(their.perSecond()),
              "%.1f".formatted(their.p50()),
              "%.1f".formatted(their.p99()),
              "%.2f |".formatted(our.perSecond() / their.perSecond()))
          .stream()
          .reduce((a, b) -> a + " | " + b)
          .orElseThrow();
    }
  }
}
