package io.wireroom.models.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Failure;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("unit")
class BreakerTest {
  private static final ApiKey KEY = new ApiKey.Present("first");

  private final VirtualTime time = new VirtualTime();
  private final Breaker breaker = new Breaker(new Random(7));

  @ParameterizedTest
  @CsvSource({"QUOTA, 600", "WARMING, 30", "AUTH, 10"})
  void opensAtOnceForWhatDoesNotPassSoon(Cause cause, int seconds) {
    fail(cause, 1);

    assertThat(stops()).isTrue();
    time.pass(Duration.ofSeconds(seconds - 1));
    assertThat(stops()).isTrue();
    time.pass(Duration.ofSeconds(1));
    assertThat(stops()).isFalse();
  }

  @Test
  void opensForTransientFailuresOnlyWhenManyAreInARow() {
    fail(Cause.TRANSIENT, 4);
    assertThat(stops()).isFalse();

    fail(Cause.TRANSIENT, 1);
    assertThat(stops()).isTrue();
  }

  @Test
  void staysClosedWhenMostCallsAreAnswered() {
    for (int i = 0; i < 30; i++) {
      breaker.well(time.instant());
      breaker.well(time.instant());
      fail(Cause.TRANSIENT, 1);
    }

    assertThat(stops()).isFalse();
  }

  @Test
  void neverOpensForThrottlingUnlessTheEndpointSaysForHowLong() {
    fail(Cause.THROTTLED, 1);
    assertThat(stops()).isFalse();

    fail(new Failure(Cause.THROTTLED, "429", Duration.ofSeconds(7), false));
    breaker.well(time.instant());
    assertThat(breaker.stops(time.instant()).map(Failure::after)).contains(Duration.ofSeconds(7));
    time.pass(Duration.ofSeconds(7));
    assertThat(stops()).isFalse();
  }

  @Test
  void takesABreathWhenItIsThrottledAgainAndAgain() {
    fail(Cause.THROTTLED, 2);
    assertThat(stops()).isTrue();
    time.pass(Duration.ofMillis(300));

    assertThat(stops()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Cause.class,
      names = {"TOO_LONG", "REFUSED", "BAD_REQUEST", "TRUNCATED", "CANCELLED"})
  void neverOpensForWhatIsNoFaultOfTheRoute(Cause cause) {
    fail(cause, 30);

    assertThat(stops()).isFalse();
  }

  @Test
  void staysClosedWhileAnAnswerIsMadeThatIsLookedForLater() {
    fail(new Failure(Cause.WARMING, "not there yet", Duration.ofSeconds(10), true));

    assertThat(stops()).isFalse();
  }

  @Test
  void letsOneRequestTryAndOpensForTwiceAsLongWhenThatFails() {
    fail(Cause.TRANSIENT, 5);
    time.pass(Duration.ofSeconds(5));
    assertThat(stops()).isFalse();
    breaker.entered();
    assertThat(stops()).isTrue();

    fail(Cause.TRANSIENT, 1);
    time.pass(Duration.ofSeconds(9));
    assertThat(stops()).isTrue();
    time.pass(Duration.ofSeconds(1));
    breaker.entered();
    breaker.well(time.instant());
    assertThat(stops()).isFalse();
  }

  @Test
  void letsTheNextTryWhenTheOneThatTriedWasGivenUp() {
    fail(Cause.WARMING, 1);
    time.pass(Duration.ofSeconds(30));
    breaker.entered();

    fail(Cause.CANCELLED, 1);

    assertThat(stops()).isFalse();
  }

  @Test
  void closesForAnotherKeyThanTheOneThatWasNotAccepted() {
    fail(Cause.AUTH, 1);
    breaker.offered(() -> new ApiKey.Present("first"));
    assertThat(stops()).isTrue();

    breaker.offered(() -> new ApiKey.Present("second"));
    assertThat(stops()).isFalse();
  }

  private boolean stops() {
    return breaker.stops(time.instant()).isPresent();
  }

  private void fail(Cause cause, int times) {
    for (int i = 0; i < times; i++) {
      fail(new Failure(cause, "no"));
    }
  }

  private void fail(Failure failure) {
    breaker.failed(failure, true, KEY, time.instant());
  }
}
