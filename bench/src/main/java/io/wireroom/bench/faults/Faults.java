package io.wireroom.bench.faults;

import io.wireroom.bench.Measurement;
import io.wireroom.bench.Options;
import io.wireroom.bench.Report;
import io.wireroom.bench.faults.Hunt.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code ./wireroom bench faults --part triggers [--seed S] [--minutes N] [--without dedupe]}, and
 * the part effects, which is told in {@link EffectFaults}.
 *
 * <p>{@code --minutes} is the time limit; what is not done by then counts as lost.
 */
public final class Faults implements Measurement {
  private static final int EVENTS = 5_000;
  private static final int ENGINE_KILLS = 20;
  private static final int BROKER_KILLS = 5;
  private static final int USUAL_LIMIT = 30 * 60;

  @Override
  public Report run(Path home, Options options) throws Exception {
    if (options.part().equals("effects") && Set.of("", "asking").contains(options.without())) {
      return EffectFaults.run(home, options);
    }
    if (!Set.of("", "triggers").contains(options.part())) {
      throw new IllegalArgumentException(
          "faults has the parts triggers and effects (--without asking), not " + options.part());
    }
    if (!Set.of("", "dedupe").contains(options.without())) {
      throw new IllegalArgumentException("faults can do without dedupe, not " + options.without());
    }
    var scenario =
        new Scenario(
            options.seed(),
            EVENTS,
            ENGINE_KILLS,
            BROKER_KILLS,
            Duration.ofSeconds(options.secondsOr(USUAL_LIMIT)),
            options.without().isEmpty());
    var folder = Files.createTempDirectory("wireroom-faults");
    System.err.println("ledgers and data: " + folder);
    return report(scenario, Hunt.run(home, folder, scenario));
  }

  private static Report report(Scenario scenario, Outcome outcome) {
    var promises = outcome.promises();
    var lines =
        List.of(
            "Written by `./wireroom bench faults --part triggers --seed "
                + scenario.seed()
                + "`: a",
            "source sends events to a webhook with a dedupe key, some of them again, at the same time",
            "and after kills, until each is answered 2xx; each run posts its event to a sink. Both are",
            "processes of their own and keep ledgers of their own, from which this is counted.",
            "Meanwhile engine and broker are ended by `kill -9` at moments that the seed decides.",
            "",
            "| | |",
            "|---|--:|",
            row("different events", scenario.events()),
            row("requests that were answered 2xx", outcome.answers().size()),
            row("of these answered as duplicates", duplicates(outcome)),
            row("tries that were not answered 2xx", retries(outcome)),
            row("kills of the engine", scenario.engineKills()),
            row("kills of the broker", scenario.brokerKills()),
            row("seconds from the first event until quiet", outcome.took().toSeconds()),
            row("longest time without an acknowledgement, ms", longestGap(outcome)),
            row("steps that were sent again with the same key", repeated(outcome)),
            row("**acknowledged and lost**", promises.lost()),
            row("**events with more than one run**", promises.extraRuns()),
            row("events accepted as new more than once", promises.acceptedTwice()),
            row("events that share an id, or have several", promises.confused()),
            row("events with another 2xx than 202 or a 200 duplicate", promises.unsaid()),
            row("ends of the engine that nobody asked for", outcome.unaskedEnds()),
            "",
            outcome.good(scenario) ? "Every promise was kept." : "**Promises were broken.**");
    return new Report("Faults: triggers", lines, outcome.good(scenario));
  }

  private static String row(String what, long figure) {
    return "| %s | %,d |".formatted(what, figure);
  }

  private static String row(String what, Set<String> events) {
    var some = events.stream().limit(3).collect(Collectors.joining(", "));
    return "| %s | %,d%s |".formatted(what, events.size(), some.isEmpty() ? "" : " (" + some + ")");
  }

  private static long duplicates(Outcome outcome) {
    return outcome.answers().stream().filter(Answer::duplicate).count();
  }

  private static long retries(Outcome outcome) {
    return outcome.answers().stream().mapToLong(answer -> answer.tries() - 1L).sum();
  }

  private static long repeated(Outcome outcome) {
    var keys = new HashSet<String>();
    return outcome.effects().stream().filter(effect -> !keys.add(effect.key())).count();
  }

  private static long longestGap(Outcome outcome) {
    var times = outcome.answers().stream().mapToLong(Answer::at).sorted().toArray();
    var longest = 0L;
    for (int i = 1; i < times.length; i++) {
      longest = Math.max(longest, times[i] - times[i - 1]);
    }
    return longest;
  }
}
