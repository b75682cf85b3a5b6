package io.wireroom.engine.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.ConnectorInfo;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class ElementTemplateTest {
  private final ObjectNode template = ElementTemplate.of(SampleConnector.of("wireroom:sample:2"));

  @Test
  void isAServiceTaskWithTheConnectorsTypeAndThreeTries() {
    assertThat(template.path("id").asText()).isEqualTo("io.wireroom.sample");
    assertThat(template.path("version").asInt()).isEqualTo(2);
    assertThat(template.at("/elementType/value").asText()).isEqualTo("bpmn:ServiceTask");
    assertThat(property("type").path("type").asText()).isEqualTo("Hidden");
    assertThat(property("type").path("value").asText()).isEqualTo("wireroom:sample:2");
    assertThat(property("retries").path("value").asText()).isEqualTo("3");
  }

  @Test
  void showsEachInputByItsEditor() {
    assertThat(shown("input.name")).isEqualTo("String optional");
    assertThat(shown("input.text")).isEqualTo("Text optional");
    assertThat(shown("input.way")).isEqualTo("Dropdown ");
    assertThat(shown("input.share")).isEqualTo("String required");
    assertThat(shown("input.tags")).isEqualTo("Text required");
    assertThat(property("input.way").path("choices")).hasSize(2);
  }

  @Test
  void beginsWithTextAsTextAndWithExpressionsAsExpressions() {
    assertThat(property("input.text").path("value").asText()).isEqualTo("=start");
    assertThat(property("input.count").path("value").asText()).isEqualTo("20");
    assertThat(property("input.share").path("value").asText()).isEqualTo("=0.5");
    assertThat(property("input.tags").has("value")).isFalse();
  }

  @Test
  void leavesEmptyInputsOutUnlessTheyAreRequired() {
    assertThat(property("input.name").at("/constraints/notEmpty").asBoolean()).isTrue();
    assertThat(property("input.name").has("optional")).isFalse();
    assertThat(property("input.text").path("optional").asBoolean()).isTrue();
    assertThat(property("input.text").at("/constraints/notEmpty").asBoolean(true)).isFalse();
  }

  @Test
  void showsHelpAsTextAlthoughThePanelTakesItForHtml() {
    assertThat(property("input.name").path("description").asText())
        .isEqualTo("Less than &lt;b&gt;10&lt;/b&gt; &amp; more");
  }

  @Test
  void helpsWithTheNamesOfThisConnectorsAnswerAndErrors() {
    assertThat(property("resultExpression").path("description").asText())
        .contains("{done: response.done}")
        .contains("{done, left}");
    assertThat(property("errorExpression").path("description").asText()).contains("NO_THING");
  }

  @Test
  void namesItsGroupsByWhatTheyMean() {
    var labels = template.path("groups").findValuesAsText("label");

    assertThat(labels)
        .containsExactly("What it needs", "What comes back", "If it goes wrong", "Tries");
    assertThat(ElementTemplate.Group.INPUT.label(ConnectorInfo.Kind.MODEL))
        .isEqualTo("What to ask");
  }

  @Test
  void drawsAPlugForAnIconThatIsNotThere() {
    var unknown = ElementTemplate.of(new SampleConnector("wireroom:sample:2", "no-such-icon"));
    var plug = ElementTemplate.of(new SampleConnector("wireroom:sample:2", "plug"));

    assertThat(unknown.path("icon")).isEqualTo(plug.path("icon"));
    assertThat(unknown.path("icon")).isNotEqualTo(template.path("icon"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT30S", "PT5M", "PT1H30M", "P1D", "P2DT3H", "PT0.5S", "PT0S"})
  void takesTheWaitsThatTheWorkerUnderstands(String wait) {
    assertThat(wait).matches(waitPattern());
    assertThat(Duration.parse(wait)).isGreaterThanOrEqualTo(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"30s", "30", "P", "PT", "P1DT", "PT-5S", "-PT5S", "PT5", "P1M", "pt5s"})
  void refusesOtherWaits(String wait) {
    assertThat(wait).doesNotMatch(waitPattern());
  }

  @ParameterizedTest
  @ValueSource(strings = {"resultVariable", "retryBackoff"})
  void doesNotComplainAboutAFieldThatWasEmptied(String id) {
    var pattern = property(id).at("/constraints/pattern/value").asText();

    assertThat("").matches(pattern);
    assertThat("undefined").matches(pattern);
  }

  private String waitPattern() {
    return property("retryBackoff").at("/constraints/pattern/value").asText();
  }

  private String shown(String id) {
    var property = property(id);
    return property.path("type").asText() + " " + property.path("feel").asText("");
  }

  private JsonNode property(String id) {
    return Stream.of(template.path("properties"))
        .flatMap(JsonNode::valueStream)
        .filter(p -> p.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
