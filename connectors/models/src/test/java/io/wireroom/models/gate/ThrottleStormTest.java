package io.wireroom.models.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Cost;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.endpoint.Failure;
import io.wireroom.models.endpoint.Reply;
import io.wireroom.models.endpoint.StopReason;
import io.wireroom.models.endpoint.Usage;
import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Hardware;
import io.wireroom.models.route.Limits;
import io.wireroom.models.route.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ten minutes of far more requests than an endpoint takes, in virtual time: what it does of what it
 * could do, when its limit is not known here.
 */
@Tag("unit")
class ThrottleStormTest {
  private static final Duration STORM = Duration.ofMinutes(10);
  private static final Duration ANSWER = Duration.ofSeconds(1);
  private static final Duration REFUSAL = Duration.ofMillis(20);
  private static final Need NEED = new Need(Set.of(), 100, 100);

  private final VirtualTime time = new VirtualTime();
  private final Random random = new Random(4711);
  private final Map<String, Integer> answered = new HashMap<>();
  private final List<Waiter> waiting = new ArrayList<>();
  private Duration refusedFor = Duration.ZERO;
  private int throttled;

  @Test
  void usesAnEndpointThatTakesSoManyAtOneTime() {
    var gate = gate(64);
    int places = 10;
    int[] inFlight = {0};

    storm(gate, () -> inFlight[0] < places, () -> inFlight[0]++, () -> inFlight[0]--);

    assertThat(goodput(places)).isGreaterThanOrEqualTo(0.95);
    assertThat(throttled).isLessThan(total() / 40);
  }

  @Test
  void usesAnEndpointThatTakesSoManyInAMinute() {
    var gate = gate(200);
    var bucket = new TokenBucket(20 * 60, time.instant());

    storm(
        gate,
        () -> bucket.until(1, time.instant()).isZero(),
        () -> bucket.take(1, time.instant()),
        () -> {});

    assertThat(goodput(20)).isGreaterThanOrEqualTo(0.95);
    assertThat(throttled).isLessThan(total() / 20);
  }

  /** The hardest there is: what is not used of a second is lost, and chance makes clumps. */
  @Test
  void usesMostOfAnEndpointThatCountsEachSecond() {
    var gate = gate(200);
    var taken = new HashMap<Long, Integer>();
    LongSupplier second = () -> time.instant().getEpochSecond();

    storm(
        gate,
        () -> taken.getOrDefault(second.getAsLong(), 0) < 20,
        () -> taken.merge(second.getAsLong(), 1, Integer::sum),
        () -> {});

    assertThat(goodput(20)).isGreaterThanOrEqualTo(0.9);
    assertThat(throttled).isLessThan(total() / 20);
  }

  @Test
  void keepsToARetryAfterAndSendsNothingMeanwhile() {
    var gate = gate(10);
    refusedFor = Duration.ofSeconds(30);
    int[] sent = {0};

    storm(gate, () -> false, () -> {}, () -> sent[0]++);

    // why 21: ten at first, and then one every half a minute
    assertThat(throttled).isBetween(20, 40);
  }

  @Test
  void staysWithinTheLimitsThatAreKnownWithoutBeingThrottledOnce() {
    var gate =
        new RouteGate(
            route(new Limits(200, Optional.empty()).perMinute(Optional.of(600L), Optional.empty())),
            (request, asking) -> answer(),
            time,
            random);
    var bucket = new TokenBucket(600, time.instant());

    storm(
        gate,
        () -> bucket.until(1, time.instant()).isZero(),
        () -> bucket.take(1, time.instant()),
        () -> {});

    assertThat(throttled).isZero();
    assertThat(goodput(10)).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void givesEachWorkflowTheSameHoweverManyItWants() {
    var gate = gate(10);

    storm(gate, () -> true, () -> {}, () -> {});

    // why: "many" has ten times as many in line as "few"
    assertThat(answered.getOrDefault("many", 0) - answered.getOrDefault("few", 0))
        .isBetween(-20, 20);
  }

  /** There are always a hundred in line of one workflow, and ten of another. */
  private void storm(RouteGate gate, Takes takes, Runnable begins, Runnable ends) {
    for (int i = 0; i < 110; i++) {
      join(gate, i < 100 ? "many" : "few", takes, begins, ends);
    }
    tick(gate, takes, begins, ends);
    time.run(STORM);
  }

  private interface Takes {
    boolean one();
  }

  private void join(RouteGate gate, String workflow, Takes takes, Runnable begins, Runnable ends) {
    var waiter = new Waiter(workflow, NEED);
    waiting.add(waiter);
    gate.join(waiter);
  }

  private void seated(RouteGate gate, Takes takes, Runnable begins, Runnable ends) {
    for (var waiter : List.copyOf(waiting)) {
      if (!waiter.waits()) {
        waiting.remove(waiter);
        send(gate, waiter, takes, begins, ends);
      }
    }
  }

  private void send(RouteGate gate, Waiter who, Takes takes, Runnable begins, Runnable ends) {
    var sent = time.instant();
    if (takes.one()) {
      begins.run();
      time.in(
          ANSWER.plusMillis(random.nextInt(-100, 100)),
          () -> {
            ends.run();
            answered.merge(who.workflow(), 1, Integer::sum);
            gate.leave(NEED, answer(), sent, Optional.empty(), new ApiKey.NotNeeded());
            join(gate, who.workflow(), takes, begins, ends);
            seated(gate, takes, begins, ends);
          });
    } else {
      time.in(
          REFUSAL,
          () -> {
            throttled++;
            var failure = new Failure(Cause.THROTTLED, "429", refusedFor, false);
            var result = new EndpointResult.Failed(failure);
            gate.leave(NEED, result, sent, Optional.empty(), new ApiKey.NotNeeded());
            join(gate, who.workflow(), takes, begins, ends);
            seated(gate, takes, begins, ends);
          });
    }
  }

  /** Those in line look at the clock. */
  private void tick(RouteGate gate, Takes takes, Runnable begins, Runnable ends) {
    gate.serve();
    seated(gate, takes, begins, ends);
    time.in(Duration.ofMillis(50), () -> tick(gate, takes, begins, ends));
  }

  private double goodput(double perSecond) {
    return total() / (perSecond * STORM.toSeconds());
  }

  private int total() {
    return answered.values().stream().mapToInt(Integer::intValue).sum();
  }

  private RouteGate gate(int most) {
    return new RouteGate(
        route(new Limits(most, Optional.empty())), (request, asking) -> answer(), time, random);
  }

  private static EndpointResult answer() {
    return new EndpointResult.Answered(
        new Reply("hello", StopReason.END_TURN, new Usage.Tokens(100, 100)),
        Optional.empty(),
        new Cost.Unknown());
  }

  private static Route route(Limits limits) {
    return new Route(
            "r",
            Adapter.OPENAI,
            Optional.empty(),
            "m",
            Optional.empty(),
            Hardware.UNKNOWN,
            Duration.ofSeconds(60),
            8)
        .limits(limits);
  }
}
