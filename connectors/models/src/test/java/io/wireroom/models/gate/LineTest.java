package io.wireroom.models.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.route.Adapter;
import io.wireroom.models.route.Hardware;
import io.wireroom.models.route.Limits;
import io.wireroom.models.route.Route;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class LineTest {
  private static final Need NEED = new Need(Set.of(), 10, 10);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Clock clock = Clock.systemUTC();
  private final RouteGate first = gate(new Limits(1, Optional.empty()));
  private final RouteGate second = gate(new Limits(1, Optional.empty()));

  @Test
  void takesThePlaceThatIsFreeFirstWhereverItIs() {
    assertThat(first.enter(NEED)).isTrue();
    assertThat(second.enter(NEED)).isTrue();
    var entered = inLine("news", List.of(first, second));
    await().until(() -> waiting(first) == 1 && waiting(second) == 1);

    leave(second);

    assertThat(entered.join()).contains(second);
    await().until(() -> waiting(first) == 0);
    leave(first);
    assertThat(first.enter(NEED)).isTrue();
  }

  @Test
  void takesTurnsBetweenWorkflows() {
    assertThat(first.enter(NEED)).isTrue();
    var order = new ArrayList<String>();
    for (var workflow : List.of("a", "a", "a", "b", "c")) {
      int before = waiting(first);
      inLine(workflow, List.of(first)).thenAccept(place -> order.add(workflow));
      await().until(() -> waiting(first) == before + 1);
    }

    for (int i = 0; i < 5; i++) {
      int served = i;
      leave(first);
      await().until(() -> order.size() == served + 1);
    }

    assertThat(order).containsExactly("a", "b", "c", "a", "a");
  }

  @Test
  void letsNobodyOvertakeWhoWaits() {
    assertThat(first.enter(NEED)).isTrue();
    var entered = inLine("news", List.of(first));
    await().until(() -> waiting(first) == 1);

    assertThat(first.enter(NEED)).isFalse();

    leave(first);
    assertThat(entered.join()).contains(first);
  }

  @Test
  void leavesTheLineWhenItsTimeIsOver() {
    assertThat(first.enter(NEED)).isTrue();
    var line = new Line("news", NEED, Duration.ofMillis(30), clock);

    assertThat(line.enter(List.of(first))).isEmpty();

    assertThat(waiting(first)).isZero();
    assertThat(first.saturated(NEED).message()).isEqualTo("all its 1 places are taken, and 0 wait");
  }

  @Test
  void doesNotStandInLineForWhatSurelyComesTooLate() {
    var slow = gate(new Limits(8, Optional.empty()).perMinute(Optional.of(1L), Optional.empty()));
    assertThat(slow.enter(NEED)).isTrue();

    var line = new Line("news", NEED, Duration.ofSeconds(50), clock);

    assertThat(line.enter(List.of(slow))).isEmpty();
    assertThat(slow.saturated(NEED).after()).isGreaterThan(Duration.ofSeconds(50));
  }

  @Test
  void comesInWhenTheMinuteAllowsIt() {
    var fast = gate(new Limits(8, Optional.empty()).perMinute(Optional.of(600L), Optional.empty()));
    while (fast.enter(NEED)) {
      assertThat(waiting(fast)).isZero();
    }
    var entered = inLine("news", List.of(fast));
    for (int i = 0; i < 8; i++) {
      leave(fast);
    }

    assertThat(entered.join()).contains(fast);
  }

  @Test
  void givesUpItsPlaceInLineWhenNobodyWaitsForTheAnswer() throws InterruptedException {
    assertThat(first.enter(NEED)).isTrue();
    var line = new Line("news", NEED, LONG, clock);
    var entered = new CompletableFuture<Optional<RouteGate>>();
    var thread = Thread.startVirtualThread(() -> entered.complete(line.enter(List.of(first))));
    await().until(() -> waiting(first) == 1);

    thread.interrupt();

    assertThat(entered.join()).isEmpty();
    thread.join();
    assertThat(waiting(first)).isZero();
  }

  private CompletableFuture<Optional<RouteGate>> inLine(String workflow, List<RouteGate> gates) {
    var entered = new CompletableFuture<Optional<RouteGate>>();
    var line = new Line(workflow, NEED, LONG, clock);
    Thread.startVirtualThread(() -> entered.complete(line.enter(gates)));
    return entered;
  }

  private static int waiting(RouteGate gate) {
    return gate.state().load().waiting();
  }

  private static void leave(RouteGate gate) {
    gate.leave(
        NEED,
        new EndpointResult.Failed(Cause.CANCELLED, "enough"),
        Instant.now(),
        Optional.empty(),
        new ApiKey.NotNeeded());
  }

  private RouteGate gate(Limits limits) {
    var route =
        new Route(
            "r",
            Adapter.OPENAI,
            Optional.empty(),
            "m",
            Optional.empty(),
            Hardware.UNKNOWN,
            LONG,
            8);
    return new RouteGate(
        route.limits(limits),
        (request, asking) -> new EndpointResult.Failed(Cause.CANCELLED, "not asked"),
        clock,
        new Random(7));
  }
}
