package io.wireroom.bench.faults;

import io.wireroom.bench.Options;
import io.wireroom.bench.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code ./wireroom bench faults --part effects [--seed S] [--minutes N] [--without asking]}. */
final class EffectFaults {
  private static final int ROUNDS = 50;
  private static final int USUAL_LIMIT = 60 * 60;

  private EffectFaults() {}

  static Report run(Path home, Options options) throws IOException, InterruptedException {
    var scenario =
        new EffectScenario(
            options.seed(),
            ROUNDS,
            Duration.ofSeconds(options.secondsOr(USUAL_LIMIT)),
            options.without().isEmpty());
    var folder = Files.createTempDirectory("wireroom-effects");
    System.err.println("ledger and data: " + folder);
    return report(scenario, EffectHunt.run(home, folder, scenario));
  }

  private static Report report(EffectScenario scenario, EffectHunt.Outcome outcome) {
    var promises = outcome.promises();
    var calls = scenario.processes().stream().mapToLong(List::size).sum();
    var lines =
        List.of(
            "Written by `./wireroom bench faults --part effects --seed "
                + scenario.seed()
                + "`: random",
            "processes of two to five calls, some at the same time, each run once without faults and once",
            "with a `kill -9` of the engine while one of its calls is at the sink and not answered, at",
            "another step from process to process. About half of the calls must not happen twice; the",
            "harness plays the person who is asked about them and looks at the sink's ledger.",
            "",
            "| | |",
            "|---|--:|",
            row("processes", scenario.rounds()),
            row("calls in them", calls),
            row("kills of the engine between an effect and its end", outcome.kills()),
            row("requests at the sink", outcome.sent()),
            row("times that a person was asked", outcome.asked()),
            row("seconds", outcome.took().toSeconds()),
            row("calls that never arrived", promises.missing()),
            row("**calls that arrived under several keys**", promises.severalKeys()),
            row("**calls that must not happen twice and did**", promises.twice()),
            row("**runs that ended otherwise than without faults**", promises.different()),
            "",
            promises.kept() ? "Every promise was kept." : "**Promises were broken.**");
    return new Report("Faults: effects", lines, promises.kept());
  }

  private static String row(String what, long figure) {
    return "| %s | %,d |".formatted(what, figure);
  }

  private static String row(String what, Set<String> which) {
    var some = which.stream().limit(3).collect(Collectors.joining(", "));
    return "| %s | %,d%s |".formatted(what, which.size(), some.isEmpty() ? "" : " (" + some + ")");
  }
}
