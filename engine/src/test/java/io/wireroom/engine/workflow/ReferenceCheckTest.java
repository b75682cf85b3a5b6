package io.wireroom.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.wireroom.engine.workflow.Problem.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ReferenceCheckTest {
  @Test
  void warnsOfAConnectionThatIsNotThere() {
    assertThat(problems(naming("connection", "wire-service")))
        .extracting(Problem::elementId, Problem::severity, Problem::message, Problem::about)
        .containsExactly(
            tuple(
                Optional.of("call"),
                Severity.warning,
                "There is no connection wire-service, so this step will stop.",
                Optional.of("connection")));
    assertThat(problems(naming("connection", "=&quot;wire-service&quot;"))).hasSize(1);
  }

  @Test
  void hasNothingAgainstOnesThatAreThereOrThatTheRunChooses() {
    assertThat(problems(naming("connection", "known"))).isEmpty();
    assertThat(problems(naming("connection", "=which"))).isEmpty();
    assertThat(problems(naming("connection", ""))).isEmpty();
  }

  @Test
  void warnsOfAModelThatIsNotThereWhereOneIsAsked() {
    var asks = naming("model", "poet").replace("wireroom:http:1", "wireroom:chat:1");

    assertThat(problems(asks))
        .extracting(Problem::severity, Problem::message)
        .containsExactly(
            tuple(Severity.warning, "There is no model poet, so this step will stop."));
    assertThat(problems(asks.replace("poet", "headline-writer"))).isEmpty();
    assertThat(problems(naming("model", "poet"))).isEmpty();
  }

  private static String naming(String input, String source) {
    var xml = Bpmn.noneStart("names");
    var added = "<zeebe:input source=\"" + source + "\" target=\"" + input + "\" />";
    assertThat(xml).contains("<zeebe:ioMapping>");
    return xml.replace("<zeebe:ioMapping>", "<zeebe:ioMapping>" + added);
  }

  private static List<Problem> problems(String xml) {
    return new ReferenceCheck("known"::equals, Set.of("headline-writer"))
        .problems(Diagram.parse(xml));
  }
}
