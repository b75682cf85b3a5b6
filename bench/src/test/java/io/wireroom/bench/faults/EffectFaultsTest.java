package io.wireroom.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code ./wireroom bench faults --part effects} in about a minute; the real one kills 50 times.
 */
@Tag("broker")
class EffectFaultsTest {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path HOME = TARGET.resolve("../..").normalize();
  private static final Duration LIMIT = Duration.ofMinutes(4);

  @Test
  void nothingHappensTwiceAndRunsEndAsWithoutKills() throws Exception {
    var scenario = new EffectScenario(1, 2, LIMIT, true);

    var outcome = EffectHunt.run(HOME, Files.createTempDirectory(TARGET, "effects-"), scenario);

    assertThat(outcome.promises())
        .isEqualTo(new EffectPromises(Set.of(), Set.of(), Set.of(), Set.of()));
    assertThat(outcome.asked()).isPositive();
  }

  @Test
  void withoutAskingTheHarnessSeesWhatHappensTwice() throws Exception {
    var scenario = new EffectScenario(1, 1, LIMIT, false);

    var outcome = EffectHunt.run(HOME, Files.createTempDirectory(TARGET, "effects-"), scenario);

    assertThat(outcome.promises().twice()).isNotEmpty();
  }
}
