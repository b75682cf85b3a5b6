package io.wireroom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wireroom.net.Lanes.Entry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class LanesTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Lanes lanes = new Lanes(2, 1);

  @Test
  void letsInAsManyAsThereArePlacesAndForgetsTheHostAfterwards() {
    var first = entered(lanes.enter("a:80", LONG));
    var second = entered(lanes.enter("a:80", LONG));

    assertThat(lanes.enter("a:80", Duration.ZERO)).isInstanceOf(Entry.Late.class);
    entered(lanes.enter("b:80", Duration.ZERO)).close();
    assertThat(lanes.hosts()).isEqualTo(1);

    first.close();
    entered(lanes.enter("a:80", Duration.ZERO)).close();
    second.close();
    assertThat(lanes.hosts()).isZero();
  }

  @Test
  void turnsAwayWhoWouldWaitBehindTooMany() throws Exception {
    var first = entered(lanes.enter("a:80", LONG));
    var second = entered(lanes.enter("a:80", LONG));
    var third = new CompletableFuture<Entry>();
    var waiter = Thread.startVirtualThread(() -> third.complete(lanes.enter("a:80", LONG)));
    await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);

    assertThat(lanes.enter("a:80", LONG)).isInstanceOf(Entry.Full.class);

    first.close();
    entered(third.join()).close();
    second.close();
    assertThat(lanes.hosts()).isZero();
  }

  @Test
  void aWaiterThatIsInterruptedLeaves() throws Exception {
    var first = entered(lanes.enter("a:80", LONG));
    var second = entered(lanes.enter("a:80", LONG));
    var third = new CompletableFuture<Entry>();
    var waiter = Thread.startVirtualThread(() -> third.complete(lanes.enter("a:80", LONG)));
    await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);

    waiter.interrupt();

    assertThat(third.join()).isInstanceOf(Entry.Late.class);
    first.close();
    second.close();
    assertThat(lanes.hosts()).isZero();
  }

  @Test
  void countsRightUnderACrowd() throws Exception {
    var wide = new Lanes(3, 1000);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();

    var crowd =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    Thread.startVirtualThread(
                        () -> {
                          try (var place = entered(wide.enter("a:80", LONG))) {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            Thread.yield();
                            inside.decrementAndGet();
                          }
                        }))
            .toList();
    for (var thread : crowd) {
      thread.join();
    }

    assertThat(most.get()).isBetween(1, 3);
    assertThat(wide.hosts()).isZero();
  }

  private static Entry.Entered entered(Entry entry) {
    assertThat(entry).isInstanceOf(Entry.Entered.class);
    return (Entry.Entered) entry;
  }
}
