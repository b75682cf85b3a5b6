package io.wireroom.engine.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.Connector;
import io.wireroom.connector.InputBinder;
import io.wireroom.connector.InputBinder.InvalidInput;
import java.io.ByteArrayInputStream;
import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** Holds our own connectors, their templates and the contract together. */
@Tag("module")
class BuiltInTemplatesTest {
  @AutoClose private static final BuiltIn BUILT_IN = new BuiltIn();

  private static final Map<String, List<String>> CONTRACT =
      Map.of(
          "wireroom:http:1",
          List.of(
              "method",
              "url",
              "headers",
              "query",
              "body",
              "connection",
              "timeout",
              "maxBytes",
              "failOn"),
          "wireroom:chat:1",
          List.of(
              "model",
              "system",
              "prompt",
              "messages",
              "schema",
              "maxTokens",
              "temperature",
              "budget"),
          "wireroom:feed:1",
          List.of("url", "limit", "since"),
          "wireroom:article:1",
          List.of("url", "html"),
          "wireroom:publish-page:1",
          List.of("slug", "title", "markdown", "tags", "site"),
          "wireroom:respond:1",
          List.of("status", "headers", "body"));

  static Stream<Connector<?>> connectors() {
    return BUILT_IN.stream();
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void hasOnePropertyForEachInputAndNoOther(Connector<?> connector) {
    assertThat(inputs(connector).map(p -> p.at("/binding/name").asText()))
        .containsExactlyElementsOf(names(connector));
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void hasTheInputsOfTheContract(Connector<?> connector) {
    assertThat(names(connector)).containsAll(CONTRACT.get(connector.info().type()));
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void asksForExactlyWhatTheStepCannotBeBoundWithout(Connector<?> connector) {
    var required = BUILT_IN.connectors().requiredInputs().get(connector.info().type());

    assertThat(inputs(connector).filter(p -> p.at("/constraints/notEmpty").asBoolean()))
        .extracting(p -> p.at("/binding/name").asText())
        .containsExactlyInAnyOrderElementsOf(required);
    assertThat(names(connector))
        .filteredOn(name -> cannotBeBoundWithout(connector, name))
        .containsExactlyInAnyOrderElementsOf(required);
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void beginsAChoiceWithOneOfItsValues(Connector<?> connector) {
    inputs(connector)
        .filter(p -> p.has("choices") && p.has("value"))
        .forEach(p -> assertThat(p.path("choices").findValuesAsText("value")).contains(text(p)));
  }

  @ParameterizedTest
  @MethodSource("connectors")
  void hasAnIconOfItsOwnThatIsADrawingAndNothingElse(Connector<?> connector) throws Exception {
    var uri = ElementTemplate.of(connector).at("/icon/contents").asText();
    var svg = URLDecoder.decode(uri.substring(uri.indexOf(',') + 1), StandardCharsets.UTF_8);

    var drawing = xml(svg).getElementsByTagName("*");

    assertThat(LucideIcon.has(connector.info().icon())).isTrue();
    assertThat(Stream.iterate(0, i -> i < drawing.getLength(), i -> i + 1).map(drawing::item))
        .extracting(Node::getNodeName)
        .isSubsetOf("svg", "path", "circle", "rect", "line", "polyline", "ellipse");
  }

  @Test
  void givesEachTemplateAnIdOfItsOwn() {
    assertThat(BUILT_IN.stream().map(c -> ElementTemplate.of(c).path("id").asText()))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.startsWith("io.wireroom."));
  }

  private static boolean cannotBeBoundWithout(Connector<?> connector, String name) {
    var all = JsonNodeFactory.instance.objectNode();
    names(connector).stream().filter(n -> !n.equals(name)).forEach(n -> all.put(n, "?"));
    return refusal(connector, all).equals(name + " is required and has no value");
  }

  private static String refusal(Connector<?> connector, ObjectNode values) {
    try {
      InputBinder.bind(values, connector.input());
      return "";
    } catch (InvalidInput e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static List<String> names(Connector<?> connector) {
    return Stream.of(connector.input().getRecordComponents())
        .map(RecordComponent::getName)
        .toList();
  }

  private static Stream<JsonNode> inputs(Connector<?> connector) {
    return ElementTemplate.of(connector)
        .path("properties")
        .valueStream()
        .filter(p -> p.at("/binding/type").asText().equals("zeebe:input"));
  }

  private static String text(JsonNode property) {
    return property.path("value").asText();
  }

  private static Document xml(String svg) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
