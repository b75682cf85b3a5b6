package io.wireroom.bench.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What happens in one run of the harness; the seed decides everything that is left to chance.
 *
 * @param events how many different events there are
 * @param limit how long all of it may take
 * @param dedupe whether the workflow knows its events by a key
 */
public record Scenario(
    long seed, int events, int engineKills, int brokerKills, Duration limit, boolean dedupe) {
  private static final double TOGETHER = 0.25;
  private static final double LATER = 0.25;

  /** The events' numbers in the order in which they are sent, repetitions among them. */
  List<Integer> sends() {
    var random = new Random(seed);
    var sends = new ArrayList<Send>();
    for (int event = 0; event < events; event++) {
      sends.add(new Send(event, event));
      if (random.nextDouble() < TOGETHER) {
        sends.add(new Send(event, event));
      }
      if (random.nextDouble() < LATER) {
        // why up to a third of all: some are repeated after kills, and some after the last one
        sends.add(new Send(event, event + 1 + random.nextInt(Math.max(1, events / 3))));
      }
    }
    sends.sort(Comparator.comparingInt(Send::position));
    return sends.stream().map(Send::event).toList();
  }

  /** The kills in their order. */
  List<Kill> kills() {
    var random = new Random(seed ^ 0x5eed);
    var victims = new ArrayList<Victim>();
    victims.addAll(Collections.nCopies(engineKills, Victim.ENGINE));
    victims.addAll(Collections.nCopies(brokerKills, Victim.BROKER));
    Collections.shuffle(victims, random);
    var sends = sends().size();
    var moments = random.ints(victims.size(), sends / 50, sends * 9 / 10).sorted().boxed().toList();
    var kills = new ArrayList<Kill>();
    for (int i = 0; i < victims.size(); i++) {
      kills.add(new Kill(moments.get(i), Duration.ofMillis(random.nextInt(800)), victims.get(i)));
    }
    return kills;
  }

  /** Whom a kill hits. */
  enum Victim {
    ENGINE,
    BROKER
  }

  /** {@code kill -9} of one, so long after that many answers. */
  record Kill(int answers, Duration pause, Victim victim) {}

  private record Send(int event, int position) {}
}
