package io.wireroom.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("unit")
class CorpusTest {
  private static final Corpus CORPUS = Corpus.read();

  private final Feel feel = new Feel(Clock.systemUTC());

  @ParameterizedTest
  @MethodSource("cases")
  void givesEachExpressionItsValue(Corpus.Case one) {
    // why as text: 3 and 3.0 are different values to the broker, and equal to Jackson
    assertThat(value(one).toString()).isEqualTo(one.value().toString());
  }

  private JsonNode value(Corpus.Case one) {
    return switch (feel.evaluate(one.expression(), CORPUS.context())) {
      case FeelResult.Value(var value) -> value;
      case FeelResult.Failed failed -> throw new AssertionError(failed.toString());
    };
  }

  static List<Corpus.Case> cases() {
    return CORPUS.cases();
  }
}
