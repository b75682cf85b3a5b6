package io.wireroom.engine.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.Connector;
import io.wireroom.connector.ConnectorInfo;
import io.wireroom.connector.ConnectorInfo.ErrorCode;
import io.wireroom.connector.Field;
import io.wireroom.connector.Field.Editor;
import io.wireroom.connector.Outcome;
import io.wireroom.connector.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connector with an input of every kind. */
final class SampleConnector implements Connector<SampleConnector.Input> {
  private final String type;
  private final String icon;

  SampleConnector(String type, String icon) {
    this.type = type;
    this.icon = icon;
  }

  static SampleConnector of(String type) {
    return new SampleConnector(type, "globe");
  }

  @Override
  public ConnectorInfo info() {
    return new ConnectorInfo(
        type,
        "Do a thing",
        "Does one thing.",
        icon,
        ConnectorInfo.Kind.ACTION,
        "{done, left}",
        List.of(new ErrorCode("NO_THING", "There is no thing | to do.")));
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public Outcome run(Input input, Step step) {
    return new Outcome.Done(NullNode.instance);
  }

  record Input(
      @Field(label = "Name", help = "Less than <b>10</b> & more", required = true) String name,
      @Field(label = "Text", editor = Editor.TEXT, value = "=start") Optional<String> text,
      @Field(
              label = "Way",
              editor = Editor.CHOICE,
              choices = {"up", "down"},
              value = "up")
          Optional<String> way,
      @Field(label = "Count", value = "20") Optional<Integer> count,
      @Field(label = "Share", editor = Editor.FEEL, value = "0.5") Optional<BigDecimal> share,
      @Field(label = "Loud", editor = Editor.FEEL, value = "true") Optional<Boolean> loud,
      @Field(label = "Tags", editor = Editor.FEEL, required = true) List<String> tags,
      @Field(label = "Words", editor = Editor.FEEL) Optional<Map<String, Long>> words,
      @Field(label = "Object", editor = Editor.FEEL) Optional<ObjectNode> object,
      @Field(label = "Anything", editor = Editor.FEEL) Optional<JsonNode> anything) {}
}
