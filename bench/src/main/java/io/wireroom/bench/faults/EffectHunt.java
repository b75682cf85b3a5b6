package io.wireroom.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.bench.faults.EffectScenario.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs each process once without faults and once with: the engine is killed while a call is at the
 * sink and not answered. Plays the person too: asked whether a call happened, it looks at the sink.
 */
final class EffectHunt {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration START = Duration.ofMinutes(4);
  private static final String ANSWER_AFTER = "400";
  private static final String REFERENCE = "reference-";

  private final EffectScenario scenario;
  private final List<List<Call>> processes;
  private final Path effects;
  private final long until;
  private int asked;

  private EffectHunt(EffectScenario scenario, Path folder) {
    this.scenario = scenario;
    this.processes = scenario.processes();
    this.effects = folder.resolve("effects.jsonl");
    this.until = System.nanoTime() + scenario.limit().toNanos();
  }

  /**
   * What came of it.
   *
   * @param asked how often a person was asked
   * @param sent requests at the sink, those without faults left out
   */
  record Outcome(EffectPromises promises, int kills, int asked, int sent, Duration took) {}

  static Outcome run(Path home, Path folder, EffectScenario scenario)
      throws IOException, InterruptedException {
    return new EffectHunt(scenario, folder).play(home, folder);
  }

  private Outcome play(Path home, Path folder) throws IOException, InterruptedException {
    var data = Files.createDirectories(folder.resolve("data"));
    var begun = System.nanoTime();
    try (var sink =
        Child.start(Sink.class, folder.resolve("harness.log"), effects.toString(), ANSWER_AFTER)) {
      var address = "127.0.0.1:" + sink.firstLine();
      try (var prey = Prey.start(home, data, address)) {
        prey.awaitReady(START);
        for (int i = 0; i < processes.size(); i++) {
          prey.publish(
              EffectFlow.id(i),
              EffectFlow.diagram(
                  i, processes.get(i), "http://" + address + "/", scenario.asking()));
        }
        var without = values(prey, startAll(prey, REFERENCE));
        var runs = hunt(prey);
        var with = values(prey, runs);
        var seen =
            Ledger.read(effects, Effect.class).stream()
                .filter(effect -> !effect.event().startsWith(REFERENCE))
                .toList();
        return new Outcome(
            EffectPromises.of(processes, seen, without, with),
            scenario.rounds(),
            asked,
            seen.size(),
            Duration.ofNanos(System.nanoTime() - begun));
      }
    }
  }

  private Map<String, String> startAll(Prey prey, String prefix)
      throws IOException, InterruptedException {
    var runs = new HashMap<String, String>();
    for (int i = 0; i < processes.size(); i++) {
      runs.put(EffectFlow.id(i), start(prey, i, prefix));
    }
    return runs;
  }

  private static String start(Prey prey, int number, String prefix)
      throws IOException, InterruptedException {
    var id = EffectFlow.id(number);
    var body = "{\"event\": \"%s\"}".formatted(prefix + id);
    var answer = prey.ask("/api/workflows/" + id + "/runs", Optional.of(body));
    return JSON.readTree(answer).path("runKey").asText();
  }

  private Map<String, String> hunt(Prey prey) throws IOException, InterruptedException {
    var runs = new HashMap<String, String>();
    for (int round = 0; round < scenario.rounds(); round++) {
      runs.put(EffectFlow.id(round), start(prey, round, ""));
      awaitEffects(prey, round, runs);
      System.err.printf("round %d: kill -9 of the engine%n", round + 1);
      prey.killEngine();
      prey.startAgain();
      prey.awaitReady(START);
    }
    if (!inTime()) {
      throw new IOException(
          "The kills took all of " + scenario.limit() + ": give it more minutes.");
    }
    return runs;
  }

  /** Until the round's process has sent so many calls; the last is not answered yet. */
  private void awaitEffects(Prey prey, int round, Map<String, String> runs)
      throws IOException, InterruptedException {
    var mine = EffectFlow.id(round) + "/";
    while (inTime()) {
      var sent =
          Ledger.read(effects, Effect.class).stream()
              .map(Effect::event)
              .filter(event -> event.startsWith(mine))
              .distinct()
              .count();
      if (sent >= scenario.moment(round)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** The values of the runs when they are over; questions are answered meanwhile. */
  private Map<String, String> values(Prey prey, Map<String, String> runs)
      throws IOException, InterruptedException {
    var values = new HashMap<String, String>();
    while (values.size() < runs.size() && inTime()) {
      for (var run : runs.entrySet()) {
        if (!values.containsKey(run.getKey())) {
          var state = JSON.readTree(prey.ask("/api/runs/" + run.getValue(), Optional.empty()));
          switch (state.path("status").asText()) {
            case "completed" -> values.put(run.getKey(), result(state));
            case "failed" -> answer(prey, run.getValue());
            default -> {}
          }
        }
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    return values;
  }

  private static String result(JsonNode run) {
    var variables = (ObjectNode) run.path("variables");
    variables.remove("event");
    var sorted = new ArrayList<String>();
    variables.properties().forEach(v -> sorted.add(v.getKey() + "=" + v.getValue()));
    sorted.sort(String::compareTo);
    return sorted.toString();
  }

  /** Looks at the sink whether the calls of a run happened that the product does not know of. */
  private void answer(Prey prey, String run) throws IOException, InterruptedException {
    var list = JSON.readTree(prey.ask("/api/runs/" + run + "/effects", Optional.empty()));
    for (var effect : list.path("items")) {
      if (effect.path("state").asText().equals("unknown")) {
        var key = effect.path("key").asText();
        var there =
            Ledger.read(effects, Effect.class).stream()
                .filter(line -> line.key().equals(key))
                .findFirst();
        var body =
            there
                .map(
                    line ->
                        "{\"happened\": true, \"response\": {\"status\": 200, \"body\": {\"taken\": %d}}}"
                            .formatted(line.sequence() + 1))
                .orElse("{\"happened\": false}");
        try {
          prey.ask("/api/effects/" + key + "/settle", Optional.of(body));
          asked++;
        } catch (IOException e) {
          System.err.println("not settled yet: " + e.getMessage());
        }
      }
    }
  }

  private boolean inTime() {
    return System.nanoTime() < until;
  }
}
