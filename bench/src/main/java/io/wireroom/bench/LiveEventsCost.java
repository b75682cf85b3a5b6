package io.wireroom.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** From the broker's record of a new run until it can be seen, by one browser and by a thousand. */
final class LiveEventsCost implements Measurement {
  private static final int[] LISTENERS = {1, 100, 1_000};
  private static final int RUNS_PER_SECOND = 5;
  private static final double MOST_MILLIS = 300;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public Report run(Path home, Options options) throws Exception {
    var seconds = Math.max(10, options.secondsOr(80) / 4);
    var data = Files.createTempDirectory("wireroom-live");
    var environment = Map.of("WIREROOM_BROKER_DISTRIBUTION", Product.distribution(home));
    var lines =
        new ArrayList<>(
            List.of(
                "Written by `./wireroom bench live`: "
                    + RUNS_PER_SECOND
                    + " runs a second by webhook, "
                    + seconds
                    + " s each. From the time in the",
                "broker's record of a run's start until a listener of `/api/events` has it, and until it",
                "is a row of the run list in Chromium. Listeners, engine, broker and browser share "
                    + Runtime.getRuntime().availableProcessors()
                    + " cores.",
                "Promised: visible in the browser p95 ≤ 300 ms.",
                "",
                "| | events | p50 ms | p95 ms | p99 ms |",
                "|---|--:|--:|--:|--:|"));
    try (var product = Product.start(home, data, environment)) {
      product.publish(http, "bench-ack", Diagrams.acknowledged());
      load(product, 5); // why: warm
      for (var count : LISTENERS) {
        lines.add(listeners(product, count, seconds));
        System.err.println(lines.getLast());
      }
      var seen = browser(home, product, seconds);
      lines.add(row("visible in the browser", seen));
      return new Report("Live", lines, !seen.isEmpty() && at(seen, 0.95) <= MOST_MILLIS);
    }
  }

  private String listeners(Product product, int count, int seconds) throws Exception {
    try (var listeners = new Listeners(product.uri("/api/events"), product.token(), count)) {
      listeners.awaitAll(Duration.ofSeconds(60));
      load(product, seconds);
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2)); // why: the last ones are on their way
      var name = "%,d listener%s".formatted(count, count == 1 ? "" : "s");
      return row(name, listeners.delays());
    }
  }

  /** The page in a Chromium of its own, watched by a script of the browser part. */
  private List<Long> browser(Path home, Product product, int seconds) throws Exception {
    var process =
        new ProcessBuilder(
                "node",
                "scripts/run.mjs",
                "scripts/visible.ts",
                product.uri("").toString(),
                product.token(),
                String.valueOf(seconds + 2))
            .directory(home.resolve("ui-static").toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var delays = new ArrayList<Long>();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      if (!"ready".equals(lines.readLine())) {
        throw new IOException("the browser does not start");
      }
      load(product, seconds);
      lines.lines().forEach(line -> delays.add(Long.valueOf(line)));
    }
    return delays.stream().sorted().toList();
  }

  private void load(Product product, int seconds) throws Exception {
    var hook =
        HttpRequest.newBuilder(product.uri("/hooks/ack"))
            .POST(BodyPublishers.ofString("{}"))
            .header("Content-Type", "application/json")
            .build();
    var step = TimeUnit.SECONDS.toNanos(1) / RUNS_PER_SECOND;
    var next = System.nanoTime();
    for (var i = 0; i < seconds * RUNS_PER_SECOND; i++) {
      var answer = http.send(hook, BodyHandlers.ofString());
      if (answer.statusCode() != 202) {
        throw new IOException(answer.statusCode() + " " + answer.body());
      }
      next += step;
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }

  private static String row(String name, List<Long> sorted) {
    return "| %s | %,d | %d | %d | %d |"
        .formatted(name, sorted.size(), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
  }

  private static long at(List<Long> sorted, double share) {
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
  }
}
