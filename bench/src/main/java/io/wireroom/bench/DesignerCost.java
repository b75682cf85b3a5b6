package io.wireroom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/** From the address to a canvas that can be used, in a Chromium that knows nothing of it yet. */
final class DesignerCost implements Measurement {
  private static final int ROUNDS = 7;
  private static final int STEPS = 500;
  private static final double USABLE_MILLIS = 1_200;
  private static final double SCRIPT_KILOBYTES = 800;
  private static final double LARGE_MILLIS = 1_500;

  /** 60 a second are 16.67 ms each; a clock that rounds to tenths must not fail it. */
  private static final double FRAME_MILLIS = 16.8;

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Report run(Path home, Options options) throws Exception {
    var data = Files.createTempDirectory("wireroom-designer");
    var environment = Map.of("WIREROOM_BROKER_DISTRIBUTION", Product.distribution(home));
    var newsroom = new ArrayList<JsonNode>();
    var large = new ArrayList<JsonNode>();
    try (var product = Product.start(home, data, environment)) {
      for (var round : rounds(home, product)) {
        (round.has("frameMs") ? large : newsroom).add(round);
      }
    }
    return report(newsroom, large);
  }

  private static List<JsonNode> rounds(Path home, Product product) throws Exception {
    var process =
        new ProcessBuilder(
                "node",
                "scripts/run.mjs",
                "scripts/designer-figures.ts",
                product.uri("").toString(),
                product.token(),
                String.valueOf(ROUNDS),
                String.valueOf(STEPS))
            .directory(home.resolve("ui-static").toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var rounds = new ArrayList<JsonNode>();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        rounds.add(JSON.readTree(line));
      }
    }
    if (process.waitFor() != 0) {
      throw new IOException("the browser ended with " + process.exitValue());
    }
    return rounds;
  }

  static Report report(List<JsonNode> newsroom, List<JsonNode> large) {
    var usable = median(newsroom, "usableMs");
    var script = median(newsroom, "scriptBytes") / 1e3;
    var opens = median(large, "usableMs");
    var frame = median(large.stream().flatMapToDouble(DesignerCost::frames));
    var good =
        usable <= USABLE_MILLIS
            && script <= SCRIPT_KILOBYTES
            && opens <= LARGE_MILLIS
            && frame <= FRAME_MILLIS;
    return new Report(
        "Designer",
        List.of(
            "Written by `./wireroom bench designer`: medians of "
                + newsroom.size()
                + " rounds over loopback, each in a",
            "Chromium of its own without anything cached. A canvas is usable when the drawing stands,",
            "the page takes input, and a frame with it was drawn. Bytes are as sent, compressed. Engine,",
            "broker and browser share "
                + Runtime.getRuntime().availableProcessors()
                + " cores; the browser draws without a graphics card.",
            "",
            "| | | goal |",
            "|---|--:|--:|",
            row("newsroom: usable canvas", "%,.0f ms", usable, "≤ 1,200 ms"),
            row("newsroom: requests until then", "%,.0f", median(newsroom, "requests"), ""),
            row("newsroom: sent until then", "%,.0f kB", median(newsroom, "bytes") / 1e3, ""),
            row("newsroom: JavaScript of it", "%,.0f kB", script, "≤ 800 kB"),
            row(STEPS + " steps: usable canvas", "%,.0f ms", opens, "≤ 1,500 ms"),
            row(STEPS + " steps: frames a second", "%,.0f", 1e3 / frame, "60"),
            row(
                STEPS + " steps: slowest frame but 5 %",
                "%,.0f ms",
                at(large.stream().flatMapToDouble(DesignerCost::frames), 0.95),
                "")),
        good);
  }

  private static String row(String what, String format, double value, String goal) {
    return "| " + what + " | " + format.formatted(value) + " | " + goal + " |";
  }

  private static DoubleStream frames(JsonNode round) {
    return StreamSupport.stream(round.path("frameMs").spliterator(), false)
        .mapToDouble(JsonNode::asDouble);
  }

  private static double median(List<JsonNode> rounds, String figure) {
    return median(rounds.stream().mapToDouble(round -> round.path(figure).asDouble()));
  }

  private static double median(DoubleStream values) {
    return at(values, 0.5);
  }

  private static double at(DoubleStream values, double share) {
    var sorted = values.sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
  }
}
