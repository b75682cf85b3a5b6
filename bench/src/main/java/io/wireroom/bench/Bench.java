package io.wireroom.bench;

import io.wireroom.bench.faults.Faults;
import io.wireroom.bench.history.HistoryCost;
import io.wireroom.bench.models.ModelsCost;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * {@code ./wireroom bench [NAME] [--minutes N] [--seed S] [--part P] [--without W] [--against
 * DIR]}: measures, and writes its section of docs/benchmarks.md.
 */
public final class Bench {
  private static final Map<String, Measurement> MEASUREMENTS =
      new TreeMap<>(
          Map.of(
              "first-light", new FirstLight(),
              "acquisition", new Acquisition(),
              "inbox", new InboxCost(),
              "history", new HistoryCost(),
              "live", new LiveEventsCost(),
              "designer", new DesignerCost(),
              "models", new ModelsCost(),
              "runs", new RunListCost(),
              "faults", new Faults()));

  private Bench() {}

  /** Exit code 0 when all promises were kept, 1 otherwise. */
  public static void main(String[] args) throws Exception {
    var home = Path.of(System.getProperty("wireroom.home", ".")).toAbsolutePath().normalize();
    var options = Options.of(args);
    if (!MEASUREMENTS.containsKey(options.name())) {
      System.err.println(
          "There is no benchmark " + options.name() + "; there is " + MEASUREMENTS.keySet());
      System.exit(1);
    }
    var report = Objects.requireNonNull(MEASUREMENTS.get(options.name())).run(home, options);
    if (options.without().isEmpty()) { // why: what was broken on purpose is no figure of ours
      report.write(home.resolve("docs/benchmarks.md"));
    }
    System.out.println(report.text());
    System.exit(report.good() ? 0 : 1);
  }
}
