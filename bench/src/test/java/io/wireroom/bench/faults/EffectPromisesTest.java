package io.wireroom.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.wireroom.bench.faults.EffectScenario.Call;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That each broken promise is seen. */
class EffectPromisesTest {
  private static final List<List<Call>> PROCESSES =
      List.of(List.of(new Call(0, true, false), new Call(1, false, false)));
  private static final Map<String, String> ENDS = Map.of("effects-0", "[a=1]");

  private static EffectPromises of(Map<String, String> with, Effect... effects) {
    return EffectPromises.of(PROCESSES, List.of(effects), ENDS, with);
  }

  private static Effect effect(int call, String key) {
    return new Effect("effects-0/" + call, call * 7, key, 0);
  }

  @Test
  void takesARepetitionOfWhatMayBeRepeatedUnderItsKey() {
    var promises = of(ENDS, effect(0, "1-a"), effect(1, "2-b"), effect(1, "2-b"));

    assertThat(promises.kept()).isTrue();
  }

  @Test
  void seesWhatHappenedTwiceOrNeverOrUnderAnotherKey() {
    assertThat(of(ENDS, effect(0, "1-a"), effect(0, "1-a"), effect(1, "2-b")).twice())
        .isEqualTo(Set.of("effects-0/0"));
    assertThat(of(ENDS, effect(0, "1-a")).missing()).isEqualTo(Set.of("effects-0/1"));
    assertThat(of(ENDS, effect(0, "1-a"), effect(1, "2-b"), effect(1, "2-c")).severalKeys())
        .isEqualTo(Set.of("effects-0/1"));
  }

  @Test
  void seesARunThatEndedOtherwiseOrNotAtAll() {
    var all = new Effect[] {effect(0, "1-a"), effect(1, "2-b")};

    assertThat(of(Map.of("effects-0", "[a=2]"), all).different()).isEqualTo(Set.of("effects-0"));
    assertThat(of(Map.of(), all).different()).isEqualTo(Set.of("effects-0"));
  }
}
