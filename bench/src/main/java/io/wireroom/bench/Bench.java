package io.wireroom.bench;

import java.nio.file.Path;
import java.util.Map;

/** {@code ./wireroom bench [NAME] [--minutes N]}: measures, and writes docs/benchmarks.md. */
public final class Bench {
  private static final Map<String, Measurement> MEASUREMENTS =
      Map.of("first-light", new FirstLight());

  private Bench() {}

  public static void main(String[] args) throws Exception {
    var home = Path.of(System.getProperty("wireroom.home", ".")).toAbsolutePath().normalize();
    var options = Options.of(args);
    if (!MEASUREMENTS.containsKey(options.name())) {
      System.err.println(
          "There is no benchmark " + options.name() + "; there is " + MEASUREMENTS.keySet());
      System.exit(1);
    }
    var report = measurement(options.name()).run(home, options.seconds());
    System.out.println(report);
    System.exit(0);
  }

  private static Measurement measurement(String name) {
    return java.util.Objects.requireNonNull(MEASUREMENTS.get(name));
  }

  /** One benchmark. */
  @FunctionalInterface
  interface Measurement {
    /**
     * Measures and returns the report, as it was written to docs/benchmarks.md.
     *
     * @param seconds how long the load lasts altogether
     */
    String run(Path home, int seconds) throws Exception;
  }

  /** The command line. */
  record Options(String name, int seconds) {
    static Options of(String... args) {
      var name = "first-light";
      var seconds = 180;
      for (int i = 0; i < args.length; i++) {
        switch (args[i]) {
          case "--minutes" -> seconds = (int) (Double.parseDouble(args[++i]) * 60);
          case "--seed" -> i++; // why: the load here has nothing random
          default -> name = args[i];
        }
      }
      return new Options(name, seconds);
    }
  }
}
