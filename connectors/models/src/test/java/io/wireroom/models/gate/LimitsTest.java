package io.wireroom.models.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class LimitsTest {
  private final VirtualTime time = new VirtualTime();

  @Test
  void halvesOnceForAllThatLeftBeforeAndGrowsBackToJustBelow() {
    var limit = new ConcurrencyLimit(64);
    var sent = time.instant();
    time.pass(Duration.ofSeconds(1));

    assertThat(limit.throttled(sent, time.instant())).isTrue();
    assertThat(limit.throttled(sent, time.instant())).isFalse();
    assertThat(limit.now()).isEqualTo(32);

    for (int i = 0; i < 31; i++) {
      limit.answered(limit.now());
    }
    assertThat(limit.now()).isEqualTo(63);
    limit.answered(limit.now());
    assertThat(limit.now()).isEqualTo(63);
  }

  @Test
  void growsNoFurtherThanTheSettingsAndNotWhenItIsNotUsed() {
    var limit = new ConcurrencyLimit(8);
    limit.throttled(time.instant(), time.instant());
    for (int i = 0; i < 1_000; i++) {
      limit.answered(1);
    }
    assertThat(limit.now()).isEqualTo(4);

    for (int i = 0; i < 10_000; i++) {
      limit.answered(limit.now());
    }
    assertThat(limit.now()).isEqualTo(8);
  }

  @Test
  void alwaysLetsOneTry() {
    var limit = new ConcurrencyLimit(8);
    for (int i = 0; i < 20; i++) {
      time.pass(Duration.ofSeconds(1));
      limit.throttled(time.instant(), time.instant());
    }

    assertThat(limit.now()).isEqualTo(1);
  }

  @Test
  void givesSoManyInAMinuteEvenly() {
    var bucket = new TokenBucket(60, time.instant());
    int taken = 0;
    for (int i = 0; i < 600; i++) {
      while (bucket.until(1, time.instant()).isZero()) {
        bucket.take(1, time.instant());
        taken++;
      }
      time.pass(Duration.ofMillis(100));
    }

    assertThat(taken).isBetween(69, 71); // why ten more: a sixth can be taken at once
    assertThat(bucket.until(1, time.instant())).isBetween(Duration.ZERO, Duration.ofSeconds(1));
  }

  @Test
  void letsSomethingLargeInAndHasItPaidOff() {
    var bucket = new TokenBucket(600, time.instant());

    assertThat(bucket.until(1_000, time.instant())).isZero();
    bucket.take(1_000, time.instant());

    assertThat(bucket.until(1, time.instant())).isEqualTo(Duration.ofMillis(90_100));
  }

  @Test
  void givesBackWhatWasNotUsed() {
    var bucket = new TokenBucket(600, time.instant());
    bucket.take(100, time.instant());

    bucket.settle(100, 30);

    assertThat(bucket.until(70, time.instant())).isZero();
    assertThat(bucket.until(71, time.instant())).isPositive();
  }
}
