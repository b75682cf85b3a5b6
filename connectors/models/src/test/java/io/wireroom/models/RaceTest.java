package io.wireroom.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Cost;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.endpoint.Failure;
import io.wireroom.models.endpoint.Listener;
import io.wireroom.models.endpoint.ModelEvent;
import io.wireroom.models.endpoint.Reply;
import io.wireroom.models.endpoint.StopReason;
import io.wireroom.models.endpoint.Usage;
import io.wireroom.models.gate.RouteGate;
import io.wireroom.models.route.Route;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RaceTest {
  private final RouteGate first = gate("first");
  private final RouteGate second = gate("second");
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch firstSpoke = new CountDownLatch(1);
  private final CountDownLatch secondSpoke = new CountDownLatch(1);
  private final CountDownLatch cancelled = new CountDownLatch(1);

  @Test
  void asksNoOtherWhenTheFirstSpeaksInTime() {
    var race =
        new Race(
            (gate, listener, watch) -> {
              say("early", listener, watch);
              return answer("early");
            },
            this::hear);

    var ran =
        race.run(
            first,
            Duration.ofMinutes(1),
            () -> {
              throw new AssertionError("asked");
            });

    assertThat(ran.getLast().gate()).isEqualTo(first);
    assertThat(heard).containsExactly("early");
  }

  @Test
  void hearsOnlyTheOneThatSpokeFirstAndCancelsTheOther() throws InterruptedException {
    var race =
        new Race(
            (gate, listener, watch) -> {
              if (gate == first) {
                return silence();
              }
              say("from the second", listener, watch);
              return answer("from the second");
            },
            this::hear);

    var ran = race.run(first, Duration.ofMillis(1), () -> Optional.of(second));

    assertThat(ran.getLast().gate()).isEqualTo(second);
    assertThat(heard).containsExactly("from the second");
    cancelled.await();
  }

  @Test
  void neverSplicesWhatTwoSay() {
    var race =
        new Race(
            (gate, listener, watch) -> {
              if (gate == first) {
                waitFor(secondSpoke);
                var wanted = say("late", listener, watch);
                firstSpoke.countDown();
                return wanted ? answer("late") : failed(Cause.CANCELLED, false);
              }
              say("one ", listener, watch);
              secondSpoke.countDown();
              waitFor(firstSpoke);
              say("two", listener, watch);
              return answer("one two");
            },
            this::hear);

    var ran = race.run(first, Duration.ofMillis(1), () -> Optional.of(second));

    assertThat(ran).hasSize(1);
    assertThat(heard).containsExactly("one ", "two");
  }

  @Test
  void endsWithTheOneThatBegan() {
    var race =
        new Race(
            (gate, listener, watch) -> {
              if (gate == first) {
                return silence();
              }
              say("half", listener, watch);
              return failed(Cause.TRANSIENT, true);
            },
            this::hear);

    var ran = race.run(first, Duration.ofMillis(1), () -> Optional.of(second));

    assertThat(ran.getLast().result())
        .isInstanceOfSatisfying(
            EndpointResult.Failed.class, no -> assertThat(no.failure().begun()).isTrue());
  }

  @Test
  void waitsForTheOtherWhenOneFailsBeforeItSpoke() {
    var race =
        new Race(
            (gate, listener, watch) -> {
              if (gate == first) {
                waitFor(secondSpoke);
                return answer("in one piece");
              }
              secondSpoke.countDown();
              return failed(Cause.THROTTLED, false);
            },
            Listener.NONE);

    var ran = race.run(first, Duration.ofMillis(1), () -> Optional.of(second));

    assertThat(ran.getLast().gate()).isEqualTo(first);
    assertThat(ran.getLast().result()).isInstanceOf(EndpointResult.Answered.class);
  }

  @Test
  void endsByABugInsteadOfWaitingForEver() {
    var race =
        new Race(
            (gate, listener, watch) -> {
              throw new IllegalArgumentException("a bug");
            },
            Listener.NONE);

    assertThatThrownBy(() -> race.run(first, Duration.ofMinutes(1), Optional::empty))
        .hasRootCauseMessage("a bug");
  }

  @Test
  void spendsAtMostOneInTwenty() {
    var hedges = new Hedges();
    int spent = 0;
    for (int i = 0; i < 1_000; i++) {
      hedges.called();
      if (hedges.spend()) {
        spent++;
      }
    }

    assertThat(spent).isEqualTo(50);
  }

  private boolean hear(ModelEvent event) {
    if (event instanceof ModelEvent.Text(var block, var text)) {
      heard.add(text);
    }
    return true;
  }

  /** As an assembler does it. */
  private static boolean say(String text, Listener listener, Listener watch) {
    var event = new ModelEvent.Text(0, text);
    return watch.on(event) && listener.on(event);
  }

  private EndpointResult silence() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      cancelled.countDown();
    }
    return failed(Cause.CANCELLED, false);
  }

  private static void waitFor(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static EndpointResult answer(String text) {
    return new EndpointResult.Answered(
        new Reply(text, StopReason.END_TURN, new Usage.Unknown()),
        Optional.empty(),
        new Cost.Unknown());
  }

  private static EndpointResult failed(Cause cause, boolean begun) {
    return new EndpointResult.Failed(new Failure(cause, "no").begun(begun));
  }

  private static RouteGate gate(String name) {
    return new RouteGate(
        Route.localExtractive(name),
        (request, asking) -> answer(name),
        Clock.systemUTC(),
        new Random(7));
  }
}
