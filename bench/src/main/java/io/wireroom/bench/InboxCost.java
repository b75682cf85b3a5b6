package io.wireroom.bench;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Acknowledgements beside a bare server with one fsync each; with {@code --against DIR} also whole
 * runs beside those of another built checkout, such as the one from before the inbox.
 */
final class InboxCost implements Measurement {
  private static final int[] CALLERS = {1, 64, 256};
  private static final int[] CONNECTIONS = {1, 16, 64};

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public Report run(Path home, Options options) throws Exception {
    var lines = new ArrayList<String>();
    var seconds = options.secondsOr(180);
    try (var peer = new Peer()) {
      lines.addAll(acknowledgements(home, peer, seconds));
      if (!options.against().isEmpty()) {
        lines.addAll(runs(home, Path.of(options.against()), peer, seconds));
      }
    }
    return Report.of("Inbox", lines);
  }

  private List<String> acknowledgements(Path home, Peer peer, int seconds) throws Exception {
    var round = Versus.round(seconds, CALLERS.length);
    var rows = new ArrayList<Versus>();
    var folder = Files.createTempDirectory("wireroom-acks");
    try (var bare = BareServer.start(folder);
        var product = start(home, peer)) {
      product.publish(http, "bench-ack", Diagrams.acknowledged());
      var ours = new Hook(http, product.uri("/hooks/ack"), 202);
      var theirs = new Hook(http, bare.uri(), 202);
      Versus.warmUp(64, ours, theirs);
      for (var callers : CALLERS) {
        rows.add(Versus.measure(callers, round, ours, theirs));
      }
    }
    var lines =
        new ArrayList<>(
            List.of(
                "Written by `./wireroom bench inbox`: acknowledgements of a webhook, stored before they",
                "are sent, beside a bare Vert.x handler in a process of its own that does one fsync per",
                "request and nothing else. Ours also runs each event (start, end), meanwhile. "
                    + Machine.described(),
                ""));
    lines.addAll(Versus.table("ours", "bare", "acknowledgements/s", rows));
    return lines;
  }

  private List<String> runs(Path home, Path before, Peer peer, int seconds) throws Exception {
    var round = Versus.round(seconds, CONNECTIONS.length);
    var rows = new ArrayList<Versus>();
    try (var now = start(home, peer);
        var then = start(before, peer)) {
      var diagram = Diagrams.webhook(peer.uri().toString());
      now.publish(http, "bench-webhook", diagram);
      then.publish(http, "bench-webhook", diagram);
      var ours = new Hook(http, now.uri("/hooks/bench"), 200);
      var theirs = new Hook(http, then.uri("/hooks/bench"), 200);
      Versus.warmUp(16, ours, theirs);
      for (var connections : CONNECTIONS) {
        rows.add(Versus.measure(connections, round, ours, theirs));
      }
    }
    var lines =
        new ArrayList<>(
            List.of(
                "",
                "What the inbox costs: webhook → one HTTP step → result, beside the same product built",
                "from the last commit without an inbox (`--against`), each with a broker of its own.",
                ""));
    lines.addAll(Versus.table("with inbox", "without", "runs/s", rows));
    return lines;
  }

  private static Product start(Path home, Peer peer) throws Exception {
    var data = Files.createTempDirectory("wireroom-inbox");
    return Product.start(
        home,
        data,
        Map.of(
            "WIREROOM_NET_ALLOW",
            "127.0.0.1:" + peer.port(),
            "WIREROOM_INBOX_BACKLOG", // why: they are acknowledged much faster than they run
            "10000000",
            "WIREROOM_BROKER_DISTRIBUTION",
            Product.distribution(home)));
  }
}
