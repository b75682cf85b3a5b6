package io.wireroom.engine.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import io.wireroom.connector.Connector;
import io.wireroom.connector.ConnectorInfo;
import io.wireroom.connector.Outcome;
import io.wireroom.connector.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ConnectorsTest {
  @Test
  void keepsTheOrderAndFindsByType() {
    var second = SampleConnector.of("wireroom:second:1");
    var first = SampleConnector.of("wireroom:first:1");

    var connectors = new Connectors(List.of(second, first));

    assertThat(connectors.all()).containsExactly(second, first);
    assertThat(connectors.find("wireroom:first:1")).contains(first);
    assertThat(connectors.find("wireroom:first:2")).isEmpty();
  }

  @Test
  void refusesTwoOfTheSameType() {
    var twins =
        List.<Connector<?>>of(
            SampleConnector.of("wireroom:twin:1"), SampleConnector.of("wireroom:twin:1"));

    assertThatThrownBy(() -> new Connectors(twins))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wireroom:twin:1");
  }

  @Test
  void namesTheInputsThatAStepCannotRunWithout() {
    var connectors = new Connectors(List.of(SampleConnector.of("wireroom:sample:1")));

    assertThat(connectors.requiredInputs())
        .isEqualTo(Map.of("wireroom:sample:1", Set.of("name", "tags")));
  }

  @Test
  void refusesAnInputThatTheDesignerCannotShow() {
    var connectors = new Connectors(List.of(new Unlabelled()));

    assertThatThrownBy(connectors::requiredInputs)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("secretly")
        .hasMessageContaining("@Field");
  }

  /** Its author forgot the annotation. */
  private static final class Unlabelled implements Connector<Unlabelled.Input> {
    @Override
    public ConnectorInfo info() {
      return SampleConnector.of("wireroom:unlabelled:1").info();
    }

    @Override
    public Class<Input> input() {
      return Input.class;
    }

    @Override
    public Outcome run(Input input, Step step) {
      return new Outcome.Done(NullNode.instance);
    }

    record Input(String secretly) {}
  }
}
