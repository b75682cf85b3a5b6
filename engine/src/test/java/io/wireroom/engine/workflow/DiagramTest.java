package io.wireroom.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wireroom.engine.process.Origin;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class DiagramTest {
  @Test
  void readsTheWebhookOfAStartEvent() {
    var webhook = Diagram.parse(Bpmn.webhook("greet", "hello/world")).webhooks().getFirst();

    assertThat(webhook.path()).isEqualTo("hello/world");
    assertThat(webhook.method()).isEqualTo("ANY");
    assertThat(webhook.faults()).isEmpty();
    assertThat(webhook.messageName()).isEqualTo("wireroom:greet:start");
  }

  @Test
  void knowsAStepWithItsInputsAndHeaders() {
    var tasks = Diagram.parse(Bpmn.webhook("greet", "hello")).tasks();
    var task = Objects.requireNonNull(tasks.get("call"));

    assertThat(task.type()).isEqualTo("wireroom:http:1");
    assertThat(task.inputs()).containsEntry("url", "https://example.org");
    assertThat(task.headers()).containsEntry("resultVariable", "answer");
    assertThat(task.retries()).isEqualTo(3);
  }

  @Test
  void refusesADoctypeBeforeAnythingInItIsRead() {
    var bomb =
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + Bpmn.webhook("greet", "hello");

    assertThatThrownBy(() -> Diagram.parse(bomb))
        .isInstanceOf(Diagram.NotADiagram.class)
        .hasMessageContaining("DOCTYPE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no xml", "<a/>", "<a><b></a>", "\u0000"})
  void refusesWhatIsNoDiagram(String text) {
    assertThatThrownBy(() -> Diagram.parse(text)).isInstanceOf(Diagram.NotADiagram.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../up", "a//b", "/a", "a/", "Ä", "a b", "a?b", "A"})
  void saysWhatIsWrongWithAPath(String path) {
    var webhook = Diagram.parse(Bpmn.webhook("greet", path)).webhooks().getFirst();

    assertThat(webhook.faults()).hasSize(1);
  }

  @Test
  void compilesAWebhookIntoAMessageStart() {
    var diagram = Diagram.parse(compiled(Bpmn.webhook("greet", "hello")));

    assertThat(Diagram.definition(diagram.starts().getFirst()))
        .get()
        .satisfies(d -> assertThat(d.getLocalName()).isEqualTo("messageEventDefinition"));
    assertThat(compiled(Bpmn.webhook("greet", "hello"))).contains("name=\"wireroom:greet:start\"");
  }

  @Test
  void leavesANoneStartAsItIsDrawn() {
    var plain = Bpmn.noneStart("greet");

    assertThat(Diagram.parse(plain).hasNoneStart()).isTrue();
    assertThat(compiled(plain)).doesNotContain("messageEventDefinition");
  }

  private static String compiled(String xml) {
    return StartCompiler.compile(xml, new Origin("greet", 1));
  }
}
