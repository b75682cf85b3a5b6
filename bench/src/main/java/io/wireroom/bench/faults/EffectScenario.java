package io.wireroom.bench.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens in one run of the effects part; the seed decides what is left to chance.
 *
 * @param rounds how many processes, each of which is killed once between an effect and its end
 * @param asking whether the product knows which calls must not happen twice; without it, it takes
 *     all for repeatable
 */
record EffectScenario(long seed, int rounds, Duration limit, boolean asking) {
  /**
   * A step of a process.
   *
   * @param once whether its call must not happen twice
   * @param beside whether it is done at the same time as the step before
   */
  record Call(int number, boolean once, boolean beside) {}

  /** The steps of each process; in every other one no call may happen twice. */
  List<List<Call>> processes() {
    var random = new Random(seed);
    var all = new ArrayList<List<Call>>();
    for (int i = 0; i < rounds; i++) {
      var calls = new ArrayList<Call>();
      var length = 2 + random.nextInt(4);
      for (int n = 0; n < length; n++) {
        var beside = n > 0 && !calls.getLast().beside() && random.nextInt(3) == 0;
        calls.add(new Call(n, i % 2 == 0 || random.nextBoolean(), beside));
      }
      all.add(List.copyOf(calls));
    }
    return List.copyOf(all);
  }

  /** In a round, after which effect of its process the engine is killed; from 1. */
  int moment(int round) {
    return 1 + round % processes().get(round).size();
  }
}
