package io.wireroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.wireroom.connector.Connector;
import io.wireroom.connector.ConnectorInfo;
import io.wireroom.connector.Field;
import io.wireroom.connector.Outcome;
import io.wireroom.connector.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ConnectorRunTest {
  @Test
  void bindsInputsAndHandsOverTheStepOnAVirtualThread() {
    var told =
        ConnectorRun.of(new Teller())
            .with("word", "hello")
            .withJson("times", "3")
            .effect("effect-9")
            .event("event-9")
            .timeout(Duration.ofSeconds(7))
            .done();

    assertThat(told.textValue()).isEqualTo("hello 3 effect-9 event-9 PT7S virtual");
  }

  @Test
  void isBrokenWithTheSentenceWhenInputsDoNotFit() {
    assertThat(ConnectorRun.of(new Teller()).run())
        .isEqualTo(new Outcome.Broken("word is required and has no value"));
  }

  @Test
  void throwsTheConnectorsBugAsItIs() {
    var run = ConnectorRun.of(new Teller()).with("word", "bug");

    assertThatThrownBy(run::run).isInstanceOf(IllegalStateException.class).hasMessage("a bug");
  }

  @Test
  void failsTheTestWhenTheStepIsNotDone() {
    var run = ConnectorRun.of(new Teller());

    assertThatThrownBy(run::done)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected Done but was Broken");
  }

  private static final class Teller implements Connector<Teller.Input> {
    @Override
    public ConnectorInfo info() {
      return new ConnectorInfo(
          "wireroom:teller:1",
          "Tell",
          "Tells what it was given.",
          "plug",
          ConnectorInfo.Kind.ACTION,
          "text",
          List.of());
    }

    @Override
    public Class<Input> input() {
      return Input.class;
    }

    @Override
    public Outcome run(Input input, Step step) {
      if (input.word().equals("bug")) {
        throw new IllegalStateException("a bug");
      }
      var thread = Thread.currentThread().isVirtual() ? "virtual" : "platform";
      return new Outcome.Done(
          JsonNodeFactory.instance.textNode(
              "%s %d %s %s %s %s"
                  .formatted(
                      input.word(),
                      input.times().orElse(1),
                      step.effectKey(),
                      step.eventId().orElse("none"),
                      step.timeout(),
                      thread)));
    }

    record Input(
        @Field(label = "Word", required = true) String word,
        @Field(label = "Times") Optional<Integer> times) {}
  }
}
