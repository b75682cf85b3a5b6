package io.wireroom.bench.faults;

import io.wireroom.bench.faults.Scenario.Kill;
import io.wireroom.bench.faults.Scenario.Victim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Plays a {@link Scenario}: starts all processes, kills, waits until it is quiet, judges. */
public final class Hunt {
  private static final Duration FIRST_START = Duration.ofMinutes(4);

  /** why: a job of a killed engine is free again after 20 s, and so is what it does twice. */
  private static final Duration QUIET = Duration.ofSeconds(30);

  private final Scenario scenario;
  private final Path answers;
  private final Path effects;
  private final long until;
  private int unaskedEnds;

  private Hunt(Scenario scenario, Path folder) {
    this.scenario = scenario;
    this.answers = folder.resolve("answers.jsonl");
    this.effects = folder.resolve("effects.jsonl");
    this.until = System.nanoTime() + scenario.limit().toNanos();
  }

  /**
   * Plays it to its end, or to its time limit: then what is missing counts as lost.
   *
   * @param home the built checkout
   * @param folder an empty folder for the product's data and both ledgers
   */
  public static Outcome run(Path home, Path folder, Scenario scenario)
      throws IOException, InterruptedException {
    return new Hunt(scenario, folder).play(home, folder);
  }

  private Outcome play(Path home, Path folder) throws IOException, InterruptedException {
    var data = Files.createDirectories(folder.resolve("data"));
    var log = folder.resolve("harness.log");
    try (var sink = Child.start(Sink.class, log, effects.toString())) {
      var address = "127.0.0.1:" + sink.firstLine();
      try (var prey = Prey.start(home, data, address)) {
        prey.awaitReady(FIRST_START);
        prey.publish(Workflow.ID, Workflow.diagram("http://" + address + "/", scenario.dedupe()));
        try (var source = startSource(prey, log)) {
          var begun = System.nanoTime();
          hunt(prey, source.process());
          awaitQuiet(prey);
          return outcome(Duration.ofNanos(System.nanoTime() - begun));
        }
      }
    }
  }

  private Child startSource(Prey prey, Path log) throws IOException {
    return Child.start(
        Source.class,
        log,
        answers.toString(),
        prey.uri("/hooks/" + Workflow.PATH).toString(),
        String.valueOf(scenario.seed()),
        String.valueOf(scenario.events()));
  }

  /** Kills as the scenario says until the source has all its answers. */
  private void hunt(Prey prey, Process source) throws IOException, InterruptedException {
    var kills = new ArrayDeque<Kill>(scenario.kills());
    while (source.isAlive() && inTime()) {
      var next = kills.peek();
      if (next != null && Ledger.count(answers) >= next.answers()) {
        source.waitFor(next.pause().toMillis(), TimeUnit.MILLISECONDS);
        if (kill(prey, next)) {
          kills.remove();
        }
      }
      revive(prey);
      source.waitFor(50, TimeUnit.MILLISECONDS);
    }
    if (!kills.isEmpty()) {
      throw new IOException(kills.size() + " kills were not done in " + scenario.limit());
    }
  }

  private boolean kill(Prey prey, Kill next) throws IOException, InterruptedException {
    System.err.printf(
        "%d answers, %d effects: kill -9 of the %s%n",
        Ledger.count(answers), Ledger.count(effects), next.victim());
    if (next.victim() == Victim.BROKER) {
      return prey.killBroker();
    }
    prey.killEngine();
    prey.startAgain();
    return true;
  }

  /** An engine that ended without being killed is a fault of its own, and started again. */
  private void revive(Prey prey) throws IOException {
    if (!prey.alive()) {
      unaskedEnds++;
      prey.startAgain();
    }
  }

  /** Until every acknowledged event had its effect, and nothing more came for a while. */
  private void awaitQuiet(Prey prey) throws IOException, InterruptedException {
    var still = scenario.kills().isEmpty() ? Duration.ofSeconds(5) : QUIET;
    var count = -1;
    var since = System.nanoTime();
    while (inTime() && (missing() > 0 || System.nanoTime() - since < still.toNanos())) {
      var now = Ledger.count(effects);
      since = now == count ? since : System.nanoTime();
      count = now;
      revive(prey);
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  private int missing() throws IOException {
    var events = new HashSet<String>();
    Ledger.read(answers, Answer.class).forEach(answer -> events.add(answer.event()));
    Ledger.read(effects, Effect.class).forEach(effect -> events.remove(effect.event()));
    return events.size();
  }

  private boolean inTime() {
    return System.nanoTime() < until;
  }

  private Outcome outcome(Duration took) throws IOException {
    var answered = Ledger.read(answers, Answer.class);
    var done = Ledger.read(effects, Effect.class);
    return new Outcome(answered, done, Promises.of(answered, done), unaskedEnds, took);
  }

  /**
   * What both ledgers say.
   *
   * @param unaskedEnds how often the engine ended although nobody killed it
   */
  public record Outcome(
      List<Answer> answers,
      List<Effect> effects,
      Promises promises,
      int unaskedEnds,
      Duration took) {

    /** Whether every event was answered and every promise kept. */
    public boolean good(Scenario scenario) {
      return promises.kept() && unaskedEnds == 0 && answers.size() == scenario.sends().size();
    }
  }
}
