package io.wireroom.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wireroom.connector.Connections.Connection;
import io.wireroom.connector.Outcome;
import io.wireroom.engine.connections.HandedOut;
import io.wireroom.engine.connections.Mask;
import io.wireroom.engine.process.Verdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("unit")
class MaskedTest {
  private static final String SECRET = "old-secret-4711";
  private static final String NEWER = "new-secret-4711";

  private final Map<String, Connection> stored =
      new HashMap<>(
          Map.of(
              "shop", new Connection("basic", Map.of("user", "ada", "password", SECRET)),
              "other", new Connection("bearer", Map.of("token", "not-handed-out-4711"))));
  private final HandedOut handedOut = new HandedOut(name -> Optional.ofNullable(stored.get(name)));

  static Stream<Outcome> outcomes() {
    var output = JsonNodeFactory.instance.objectNode().put("a", SECRET + " " + NEWER);
    output.put(SECRET, 1);
    return Stream.of(
        new Outcome.Done(output),
        new Outcome.TryAgain("sent " + SECRET, Duration.ZERO, true),
        new Outcome.Rejected(SECRET, NEWER),
        new Outcome.Broken("Basic YWRhOm9sZC1zZWNyZXQtNDcxMQ=="));
  }

  static Stream<Verdict> verdicts() {
    var variables = JsonNodeFactory.instance.objectNode().put("a", SECRET).put(NEWER, 1);
    return Stream.of(
        new Verdict.Complete(variables),
        new Verdict.Fail("sent " + SECRET, 2, Duration.ZERO),
        new Verdict.Throw(SECRET, NEWER, variables));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void takesBothValuesOutOfAnOutcomeWhenOneTookTheOthersPlace(Outcome outcome) {
    assertThat(Masked.outcome(outcome, rotated()).toString())
        .contains("•••")
        .doesNotContain(SECRET, NEWER, "YWRhOm9sZC1");
  }

  @ParameterizedTest
  @MethodSource("verdicts")
  void takesThemOutOfAVerdict(Verdict verdict) {
    assertThat(Masked.verdict(verdict, rotated()).toString())
        .contains("•••")
        .doesNotContain(SECRET, NEWER);
  }

  @Test
  void takesThemOutOfWhatTheLogGetsOfABug() {
    handedOut.find("shop");
    var bug = new IllegalStateException("sent " + SECRET, new RuntimeException("cause " + SECRET));

    assertThat(Masked.trace(bug, handedOut.mask()))
        .contains("sent •••", "cause •••", "MaskedTest")
        .doesNotContain(SECRET);
  }

  @Test
  void masksNothingThatWasNotHandedOutAndNoFieldThatIsNoSecret() {
    handedOut.find("shop");
    var outcome = new Outcome.Broken("ada knows not-handed-out-4711");

    assertThat(Masked.outcome(outcome, handedOut.mask())).isEqualTo(outcome);
    assertThat(handedOut.toString() + handedOut.find("shop")).doesNotContain(SECRET);
  }

  private Mask rotated() {
    handedOut.find("shop");
    stored.put("shop", new Connection("basic", Map.of("user", "ada", "password", NEWER)));
    return handedOut.mask();
  }
}
