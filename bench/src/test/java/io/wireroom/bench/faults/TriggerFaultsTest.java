package io.wireroom.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code ./wireroom bench faults} in about two minutes; the real one has 5,000 events. */
@Tag("broker")
class TriggerFaultsTest {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path HOME = TARGET.resolve("../..").normalize();
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @Test
  void nothingAcknowledgedIsLostAndNothingRunsTwice() throws Exception {
    var scenario = new Scenario(1, 600, 4, 2, LIMIT, true);

    var outcome = Hunt.run(HOME, Files.createTempDirectory(TARGET, "faults-"), scenario);

    assertThat(outcome.promises()).isEqualTo(Promises.of(List.of(), List.of()));
    assertThat(outcome.good(scenario)).isTrue();
  }

  @Test
  void withoutADedupeKeyTheHarnessSeesExtraRuns() throws Exception {
    var scenario = new Scenario(1, 40, 0, 0, LIMIT, false);

    var outcome = Hunt.run(HOME, Files.createTempDirectory(TARGET, "faults-"), scenario);

    assertThat(outcome.promises().extraRuns()).isNotEmpty();
    assertThat(outcome.good(scenario)).isFalse();
  }
}
