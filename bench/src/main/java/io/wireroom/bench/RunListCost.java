package io.wireroom.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** The run list, its filters, search and the dashboard over HTTP, with ever more runs. */
final class RunListCost implements Measurement {
  private static final long[] SIZES = {10_000, 100_000, 1_000_000};
  private static final int REPEATS = 40;
  private static final int WARM = 10;
  private static final double MOST_MILLIS = 100;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public Report run(Path home, Options options) throws Exception {
    var most = options.part().isEmpty() ? SIZES[SIZES.length - 1] : Long.parseLong(options.part());
    var sizes = Arrays.stream(SIZES).filter(size -> size <= most).toArray();
    var random = new Random(options.seed());
    var data = Files.createTempDirectory("wireroom-runs");
    var now = Instant.now();
    var past = new PastRuns(random, now, most);
    var figures = new LinkedHashMap<String, List<double[]>>();
    var stores = new ArrayList<String>();
    for (var size : sizes) {
      var begun = System.nanoTime();
      past.fill(data.resolve("wireroom.db"), size);
      var seconds = (System.nanoTime() - begun) / 1e9;
      System.err.printf(Locale.ROOT, "%,d runs are written (%.0f s)%n", size, seconds);
      stores.add("%,d MB".formatted(Files.size(data.resolve("wireroom.db")) >> 20));
      measure(home, data, size, random, now, figures);
    }
    return report(sizes, stores, figures);
  }

  private void measure(
      Path home,
      Path data,
      long size,
      Random random,
      Instant now,
      Map<String, List<double[]>> figures)
      throws Exception {
    var environment = Map.of("WIREROOM_BROKER_DISTRIBUTION", Product.distribution(home));
    try (var product = Product.start(home, data, environment)) {
      for (var question : questions(size, random, now).entrySet()) {
        var took = ask(product, question.getValue());
        figures.computeIfAbsent(question.getKey(), key -> new ArrayList<>()).add(took);
        System.err.printf(
            Locale.ROOT, "%s: p50 %.1f p95 %.1f ms%n", question.getKey(), took[0], took[1]);
      }
    }
  }

  /** Each asked many times, with other words each time. */
  private static Map<String, Supplier<String>> questions(long size, Random random, Instant now) {
    var all = new LinkedHashMap<String, Supplier<String>>();
    Supplier<String> workflow = () -> "workflow-" + random.nextInt(PastRuns.WORKFLOWS);
    Supplier<Long> run = () -> random.nextLong(size);
    all.put("newest 50", () -> "/api/runs");
    all.put(
        "a page in the middle",
        () -> "/api/runs?to=" + now.minusSeconds(86_400L * (1 + random.nextInt(28))));
    all.put("a workflow's", () -> "/api/runs?workflow=" + workflow.get());
    all.put("that need repair", () -> "/api/runs?status=failed");
    all.put("a workflow's that wait", () -> "/api/runs?status=waiting&workflow=" + workflow.get());
    all.put("of a version that has none", () -> "/api/runs?version=7");
    all.put("by business key", () -> "/api/runs?businessKey=A-" + run.get());
    all.put("value is", () -> "/api/runs?value=city:eq:city%20" + random.nextInt(PastRuns.CITIES));
    all.put(
        "value is, and needs repair",
        () -> "/api/runs?status=failed&value=city:eq:city%20" + random.nextInt(PastRuns.CITIES));
    all.put("value is more than", () -> "/api/runs?value=total:gt:" + (990 + random.nextInt(10)));
    all.put(
        "value contains",
        () -> "/api/runs?value=city:contains:ty%20" + random.nextInt(PastRuns.CITIES));
    all.put("value that no run has", () -> "/api/runs?value=nothing:contains:x");
    all.put("search: a rare word", () -> "/api/runs?q=A-" + run.get());
    all.put("search: a word of most runs", () -> "/api/runs?q=city");
    all.put(
        "search: two words, one rare",
        () -> "/api/runs?q=workflow+" + random.nextInt(PastRuns.CITIES));
    all.put(
        "search: an error, needs repair",
        () -> "/api/runs?status=failed&q=peer+answered+50" + random.nextInt(5));
    all.put("dashboard: 24 hours", () -> "/api/dashboard");
    all.put("dashboard: 30 days", () -> "/api/dashboard?from=" + now.minusSeconds(86_400L * 30));
    all.put(
        "dashboard: a workflow, 7 days",
        () ->
            "/api/dashboard?workflow=" + workflow.get() + "&from=" + now.minusSeconds(86_400L * 7));
    return all;
  }

  private double[] ask(Product product, Supplier<String> question) throws Exception {
    var millis = new double[REPEATS];
    for (var i = 0; i < WARM; i++) {
      get(product.uri(question.get()), product.token());
    }
    for (var i = 0; i < REPEATS; i++) {
      var begun = System.nanoTime();
      get(product.uri(question.get()), product.token());
      millis[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(millis);
    return new double[] {millis[REPEATS / 2], millis[(int) (REPEATS * 0.95)]};
  }

  private void get(URI uri, String token) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(uri + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  private static Report report(
      long[] sizes, List<String> stores, Map<String, List<double[]>> figures) {
    var lines =
        new ArrayList<>(
            List.of(
                "Written by `./wireroom bench runs`: one request after the other over HTTP, each asked "
                    + REPEATS,
                "times with other words, p50 / p95 in ms. The runs were written by the history itself,",
                "from records as the broker sends them. The broker idles beside; other work goes on on",
                "the machine. Promised: p95 ≤ 100 ms.",
                ""));
    var head = new StringBuilder("| runs |");
    var line = new StringBuilder("|---|");
    for (var size : sizes) {
      head.append(" %,d |".formatted(size));
      line.append("--:|");
    }
    lines.add(head.toString());
    lines.add(line.toString());
    var worst = 0.0;
    for (var row : figures.entrySet()) {
      var text = new StringBuilder("| " + row.getKey() + " |");
      for (var figure : row.getValue()) {
        text.append(" %.1f / %.1f |".formatted(figure[0], figure[1]));
        worst = Math.max(worst, figure[1]);
      }
      lines.add(text.toString());
    }
    lines.add("| store on disk | " + String.join(" | ", stores) + " |");
    return new Report("Run list", lines, worst <= MOST_MILLIS);
  }
}
