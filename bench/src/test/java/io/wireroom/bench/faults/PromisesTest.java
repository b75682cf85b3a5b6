package io.wireroom.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class PromisesTest {
  @Test
  void areKeptWhenEachEventHasOneRunWhateverIsSentTwice() {
    var answers = List.of(fresh("a", "1"), again("a", "1"), again("b", "2"));
    var effects = List.of(effect("a", "7-x"), effect("a", "7-x"), effect("b", "8-x"));

    assertThat(Promises.of(answers, effects).kept()).isTrue();
  }

  @Test
  void anAcknowledgedEventWithoutAnEffectIsLost() {
    var promises = Promises.of(List.of(fresh("a", "1")), List.of());

    assertThat(promises.lost()).containsExactly("a");
    assertThat(promises.kept()).isFalse();
  }

  @Test
  void effectsOfTwoStepsAreTwoRuns() {
    var promises =
        Promises.of(List.of(fresh("a", "1")), List.of(effect("a", "7-x"), effect("a", "8-x")));

    assertThat(promises.extraRuns()).containsExactly("a");
    assertThat(promises.kept()).isFalse();
  }

  @Test
  void anEventIsNewOnce() {
    var answers = List.of(fresh("a", "1"), fresh("a", "1"));

    assertThat(Promises.of(answers, List.of(effect("a", "7-x"))).acceptedTwice())
        .containsExactly("a");
  }

  @Test
  void eventsThatSwallowEachOtherAreConfused() {
    var answers = List.of(fresh("a", "1"), again("b", "1"));

    assertThat(Promises.of(answers, List.of()).confused()).containsExactly("a", "b");
  }

  @Test
  void anAcknowledgementNamesItsEvent() {
    var answers = List.of(fresh("a", ""), new Answer("b", 1, 200, false, "2", 0));

    assertThat(Promises.of(answers, List.of()).unsaid()).containsExactly("a", "b");
  }

  private static Answer fresh(String event, String eventId) {
    return new Answer(event, 1, 202, false, eventId, 0);
  }

  private static Answer again(String event, String eventId) {
    return new Answer(event, 1, 200, true, eventId, 0);
  }

  private static Effect effect(String event, String key) {
    return new Effect(event, 0, key, 0);
  }
}
