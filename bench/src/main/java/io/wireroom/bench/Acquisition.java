package io.wireroom.bench;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Polling for jobs beside streaming them: two products, each with a broker of its own. */
final class Acquisition implements Measurement {
  private static final int[] CONNECTIONS = {1, 16, 64};

  @Override
  public Report run(Path home, Options options) throws Exception {
    var round = Versus.round(options.secondsOr(240), CONNECTIONS.length);
    try (var peer = new Peer();
        var polling = start(home, peer, "polling");
        var streaming = start(home, peer, "streaming")) {
      return report(measure(round, peer, polling, streaming));
    }
  }

  private static Product start(Path home, Peer peer, String jobs) throws Exception {
    var data = Files.createTempDirectory("wireroom-" + jobs);
    return Product.start(
        home,
        data,
        Map.of(
            "WIREROOM_NET_ALLOW",
            "127.0.0.1:" + peer.port(),
            "WIREROOM_BROKER_DISTRIBUTION",
            Product.distribution(home),
            "WIREROOM_BROKER_JOBS",
            jobs));
  }

  private static List<Versus> measure(Duration round, Peer peer, Product polling, Product streaming)
      throws Exception {
    var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    var diagram = Diagrams.webhook(peer.uri().toString());
    polling.publish(http, "bench-webhook", diagram);
    streaming.publish(http, "bench-webhook", diagram);
    var polled = new Hook(http, polling.uri("/hooks/bench"), 200);
    var streamed = new Hook(http, streaming.uri("/hooks/bench"), 200);
    var rows = new ArrayList<Versus>();
    Versus.warmUp(16, polled, streamed);
    for (var connections : CONNECTIONS) {
      rows.add(Versus.measure(connections, round, polled, streamed));
    }
    return rows;
  }

  private static Report report(List<Versus> rows) {
    var lines =
        new ArrayList<>(
            List.of(
                "Written by `./wireroom bench acquisition`: webhook → one HTTP step → result, with",
                "`broker.jobs` polling and streaming, in two products that each have a broker of",
                "their own. " + Machine.described(),
                ""));
    lines.addAll(Versus.table("polling", "streaming", "runs/s", rows));
    return Report.of("Polling or streaming", lines);
  }
}
