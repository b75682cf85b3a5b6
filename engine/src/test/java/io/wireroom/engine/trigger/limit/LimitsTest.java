package io.wireroom.engine.trigger.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.engine.workflow.WebhookLimits.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class LimitsTest {
  private static final Rate SIX_A_MINUTE = new Rate(6, Duration.ofMinutes(1));

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-25T08:00:00Z"));
  private final RateLimit limit = new RateLimit(now::get, 100);

  @Test
  void takesABurstAndThenTheRate() {
    for (int i = 0; i < 6; i++) {
      assertThat(limit.take("a", SIX_A_MINUTE)).isEmpty();
    }

    assertThat(limit.take("a", SIX_A_MINUTE)).contains(Duration.ofSeconds(10));
    assertThat(limit.take("b", SIX_A_MINUTE)).isEmpty();
    pass(Duration.ofMillis(9_999));
    assertThat(limit.take("a", SIX_A_MINUTE)).isPresent();
    pass(Duration.ofMillis(1));
    assertThat(limit.take("a", SIX_A_MINUTE)).isEmpty();
    assertThat(limit.take("a", SIX_A_MINUTE)).isPresent();
  }

  @Test
  void neverSavesUpMoreThanOneBurst() {
    assertThat(limit.take("a", SIX_A_MINUTE)).isEmpty();
    pass(Duration.ofDays(400));

    for (int i = 0; i < 6; i++) {
      assertThat(limit.take("a", SIX_A_MINUTE)).isEmpty();
    }
    assertThat(limit.take("a", SIX_A_MINUTE)).isPresent();
  }

  @Test
  void aClockThatIsSetBackNeitherGivesNorShuts() {
    for (int i = 0; i < 6; i++) {
      limit.take("a", SIX_A_MINUTE);
    }
    pass(Duration.ofDays(-2));

    assertThat(limit.take("a", SIX_A_MINUTE)).contains(Duration.ofSeconds(10));
    pass(Duration.ofSeconds(10));
    assertThat(limit.take("a", SIX_A_MINUTE)).isEmpty();
  }

  @Test
  void remembersABoundedNumberOfKeys() {
    for (int i = 0; i < 100_000; i++) {
      limit.take("unknown-" + i, SIX_A_MINUTE);
    }

    assertThat(limit.keys()).isEqualTo(100);
  }

  @Test
  void aChangedRateCountsAtOnce() {
    for (int i = 0; i < 6; i++) {
      limit.take("a", SIX_A_MINUTE);
    }

    assertThat(limit.take("a", new Rate(1, Duration.ofSeconds(1)))).isEmpty();
    assertThat(limit.take("a", new Rate(1, Duration.ofSeconds(1)))).isPresent();
  }

  @Test
  void soManyMayWaitAndNoMore() {
    var waiting = new WaitingLimit();

    assertThat(waiting.enter("a", 2)).isTrue();
    assertThat(waiting.enter("a", 2)).isTrue();
    assertThat(waiting.enter("a", 2)).isFalse();
    assertThat(waiting.enter("b", 2)).isTrue();
    waiting.leave("a");
    assertThat(waiting.enter("a", 2)).isTrue();
    waiting.leave("a");
    waiting.leave("a");
    waiting.leave("b");
    assertThat(waiting.keys()).isZero();
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }
}
