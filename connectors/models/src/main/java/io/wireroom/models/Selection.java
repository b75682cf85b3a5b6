package io.wireroom.models;

import io.wireroom.models.endpoint.Cost;
import io.wireroom.models.endpoint.Tariff;
import io.wireroom.models.gate.Need;
import io.wireroom.models.gate.Percentiles;
import io.wireroom.models.gate.RouteGate;
import io.wireroom.models.route.Policy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Puts the routes that may be asked in the order in which they are asked. What is measured or
 * priced is compared between two that are drawn, and the better one goes first: so no route is
 * flooded because it was best a moment ago, and one that was not asked for long is asked again.
 */
record Selection(RandomGenerator random, InstantSource clock) {
  List<RouteGate> order(List<RouteGate> gates, Policy.Choice choice, Need need) {
    return switch (choice) {
      case Policy.Choice.Pinned() -> gates;
      case Policy.Choice.Shadow none -> gates;
      case Policy.Choice.Weighted(var weights) -> drawn(gates, weights);
      case Policy.Choice.Cheapest(var goal) -> {
        var all = gates.stream().map(gate -> candidate(gate, need)).toList();
        var order = ofTwo(all.stream().filter(c -> c.within(goal)).toList(), CHEAPER);
        order.addAll(ofTwo(all.stream().filter(c -> !c.within(goal)).toList(), FASTER));
        yield order;
      }
      case Policy.Choice.Fastest(var most) ->
          ofTwo(
              gates.stream()
                  .map(gate -> candidate(gate, need))
                  .filter(c -> c.cost instanceof Cost.Known(var pico) && pico <= most)
                  .toList(),
              FASTER);
    };
  }

  private static final Comparator<Candidate> FASTER =
      Comparator.comparing(Candidate::sampling).thenComparing(Candidate::time);

  private static final Comparator<Candidate> CHEAPER =
      Comparator.comparing(Candidate::dollars).thenComparing(FASTER);

  /**
   * A route with what is foreseen.
   *
   * @param firstWord 95 of 100 came within it
   * @param time until the whole answer
   */
  private record Candidate(
      RouteGate gate,
      Cost cost,
      Duration firstWord,
      Duration time,
      boolean measured,
      boolean busy) {
    /** One without measurements may be; asking it is how it gets them. */
    boolean within(Duration goal) {
      return !measured || firstWord.compareTo(goal) <= 0;
    }

    /** First who was never measured, at the end who is being measured for the first time. */
    int sampling() {
      return measured ? 1 : busy ? 2 : 0;
    }

    long dollars() {
      return cost instanceof Cost.Known(var pico) ? pico : Long.MAX_VALUE;
    }
  }

  private Candidate candidate(RouteGate gate, Need need) {
    var cost = new Tariff(gate.route(), clock).foreseen(need.input(), need.output());
    var speed = gate.speed();
    var streamed = speed.firstToken().count() > 0;
    // why: the first word of an answer in one piece is its last
    Percentiles first = streamed ? speed.firstToken() : speed.whole();
    var rest = streamed ? speed.perToken().p50().multipliedBy(need.output()) : Duration.ZERO;
    return new Candidate(
        gate, cost, first.p95(), first.p50().plus(rest), first.count() > 0, gate.busy());
  }

  private List<RouteGate> ofTwo(List<Candidate> all, Comparator<Candidate> better) {
    var left = new ArrayList<>(all);
    var order = new ArrayList<RouteGate>();
    while (!left.isEmpty()) {
      var one = left.remove(random.nextInt(left.size()));
      if (!left.isEmpty()) {
        int at = random.nextInt(left.size());
        if (better.compare(left.get(at), one) < 0) {
          one = left.set(at, one);
        }
      }
      order.add(one.gate());
    }
    return order;
  }

  /** A weight of 0 is asked only when no other answers. */
  private List<RouteGate> drawn(List<RouteGate> gates, Map<String, Integer> weights) {
    var left = new ArrayList<>(gates);
    var order = new ArrayList<RouteGate>();
    while (!left.isEmpty()) {
      int all = left.stream().mapToInt(g -> weight(g, weights)).sum();
      int drawn = all == 0 ? 0 : random.nextInt(all);
      int at = 0;
      while (all > 0 && drawn >= weight(left.get(at), weights)) {
        drawn -= weight(left.get(at), weights);
        at++;
      }
      order.add(left.remove(at));
    }
    return order;
  }

  private static int weight(RouteGate gate, Map<String, Integer> weights) {
    return weights.getOrDefault(gate.route().name(), 0);
  }
}
