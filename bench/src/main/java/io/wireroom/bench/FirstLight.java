package io.wireroom.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Start-up, memory, and webhook → one HTTP step → result beside the raw client running the same
 * process on the same broker, in alternating rounds.
 */
final class FirstLight implements Measurement {
  private static final int[] CONNECTIONS = {1, 16, 64};
  private static final int STARTS = 3;

  @Override
  public Report run(Path home, Options options) throws Exception {
    var data = Files.createTempDirectory("wireroom-bench");
    var figures = new Figures();
    try (var peer = new Peer()) {
      var environment = Map.of("WIREROOM_NET_ALLOW", "127.0.0.1:" + peer.port());
      try (var first = Product.start(home, data, environment)) {
        figures.firstStart = Start.of(first);
        first.awaitQuickStart();
      }
      for (int i = 1; i < STARTS; i++) {
        try (var next = Product.start(home, data, environment)) {
          figures.nextStarts.add(Start.of(next));
        }
      }
      try (var product = Product.start(home, data, environment)) {
        figures.nextStarts.add(Start.of(product));
        measure(product, peer.uri(), figures, options.secondsOr(180));
      }
    }
    return Report.of("First light", figures.lines());
  }

  private static void measure(Product product, URI peer, Figures figures, int seconds)
      throws Exception {
    var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    product.publish(http, "bench-webhook", Diagrams.webhook(peer.toString()));
    figures.engineIdle = product.engineMegabytes();
    figures.brokerIdle = product.brokerMegabytes();
    var round = Versus.round(seconds, CONNECTIONS.length);
    var hook = new Hook(http, product.uri("/hooks/bench"), 200);
    try (var raw = new RawClient(product, http, peer)) {
      Versus.warmUp(16, hook, raw::run);
      for (var connections : CONNECTIONS) {
        figures.rows.add(Versus.measure(connections, round, hook, raw::run));
      }
    }
    figures.engineLoaded = product.engineMegabytes();
    figures.brokerLoaded = product.brokerMegabytes();
  }

  /** One start: until pages are served, until runs go on, and what both processes worked. */
  private record Start(Duration serving, Duration ready, Duration processor) {
    static final Start NONE = new Start(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    static Start of(Product product) {
      return new Start(product.untilServing(), product.untilReady(), product.processorTime());
    }

    static Start median(List<Start> starts) {
      return new Start(
          middle(starts.stream().map(Start::serving).toList()),
          middle(starts.stream().map(Start::ready).toList()),
          middle(starts.stream().map(Start::processor).toList()));
    }

    private static Duration middle(List<Duration> durations) {
      var sorted = durations.toArray(Duration[]::new);
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }

    String line(String what) {
      return "| %s | %.1f s | %.1f s | %.1f s |"
          .formatted(
              what, serving.toMillis() / 1e3, ready.toMillis() / 1e3, processor.toMillis() / 1e3);
    }
  }

  /** What was measured, and how it is told. */
  private static final class Figures {
    private final List<Versus> rows = new ArrayList<>();
    private final List<Start> nextStarts = new ArrayList<>();
    private Start firstStart = Start.NONE;
    private long engineIdle;
    private long brokerIdle;
    private long engineLoaded;
    private long brokerLoaded;

    List<String> lines() {
      var lines =
          new ArrayList<>(
              List.of(
                  "Written by `./wireroom bench first-light`. Each round of ours is followed by one of the",
                  "raw Camunda client, which runs the same process (start, one HTTP call, end) on the same",
                  "broker, with its own worker. " + Machine.described(),
                  ""));
      lines.addAll(Versus.table("ours", "raw client", "runs/s", rows));
      lines.addAll(
          List.of(
              "",
              "| start | until pages are served | until runs go on | processor time of engine and broker |",
              "|---|--:|--:|--:|",
              firstStart.line("first, empty data folder (unpacks the broker)"),
              Start.median(nextStarts).line("next, median of " + STARTS),
              "",
              "| resident memory | idle | after the load |",
              "|---|--:|--:|",
              "| engine | %d MB | %d MB |".formatted(engineIdle, engineLoaded),
              "| broker | %d MB | %d MB |".formatted(brokerIdle, brokerLoaded)));
      return lines;
    }
  }
}
