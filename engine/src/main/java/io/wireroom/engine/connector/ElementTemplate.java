package io.wireroom.engine.connector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.connector.Connector;
import io.wireroom.connector.ConnectorInfo;
import io.wireroom.connector.Field.Editor;
import java.util.Locale;

/**
 * A connector's panel in the designer, as a Camunda element template. The same JSON works in
 * Camunda Modeler.
 */
final class ElementTemplate {
  private static final String SCHEMA =
      "https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json";

  private ElementTemplate() {}

  static ObjectNode of(Connector<?> connector) {
    var info = connector.info();
    var type = info.type().split(":", 3);
    var template = JsonNodeFactory.instance.objectNode();
    template
        .put("$schema", SCHEMA)
        .put("id", "io.wireroom." + type[1])
        .put("name", info.name())
        .put("version", Integer.parseInt(type[2]))
        .put("description", info.summary());
    if (!info.keywords().isEmpty()) {
      var keywords = template.putArray("keywords");
      info.keywords().forEach(keywords::add);
    }
    template.putObject("category").put("id", "wireroom").put("name", "Wireroom");
    template.putArray("appliesTo").add("bpmn:Task");
    template.putObject("elementType").put("value", "bpmn:ServiceTask");
    template.putObject("icon").put("contents", LucideIcon.of(info));
    var groups = template.putArray("groups");
    for (var group : Group.values()) {
      groups.addObject().put("id", group.id()).put("label", group.label(info.kind()));
    }
    template.set("properties", properties(connector, info));
    return template;
  }

  private static ArrayNode properties(Connector<?> connector, ConnectorInfo info) {
    var properties = JsonNodeFactory.instance.arrayNode();
    properties.add(TemplateProperty.hidden("type", info.type()).toTaskDefinition("type"));
    InputField.of(connector).forEach(input -> properties.add(input(input)));
    properties.addAll(StepProperties.of(info));
    return properties;
  }

  private static ObjectNode input(InputField input) {
    var field = input.field();
    var property =
        TemplateProperty.shown(
                "input." + input.name(), control(input), Group.INPUT.id(), field.label())
            .help(field.help())
            .value(value(input));
    switch (field.editor()) {
      case LINE, TEXT -> property.textOrExpression();
      case FEEL -> property.expression();
      case CHOICE -> property.choices(field.choices());
    }
    return (input.required() ? property.required() : property.optional()).toInput(input.name());
  }

  private static String control(InputField input) {
    return switch (input.field().editor()) {
      case LINE -> "String";
      case TEXT -> "Text";
      case CHOICE -> "Dropdown";
      case FEEL -> input.scalar() ? "String" : "Text";
    };
  }

  private static String value(InputField input) {
    var value = input.field().value();
    var plain = value.isEmpty() || value.startsWith("=");
    return input.field().editor() == Editor.FEEL && !plain ? "=" + value : value;
  }

  /** The panel's groups, in its order. */
  enum Group {
    INPUT,
    OUTPUT,
    ERRORS,
    RETRIES;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    String label(ConnectorInfo.Kind kind) {
      return switch (this) {
        case INPUT -> kind == ConnectorInfo.Kind.MODEL ? "What to ask" : "What it needs";
        case OUTPUT -> "What comes back";
        case ERRORS -> "If it goes wrong";
        case RETRIES -> "Tries";
      };
    }
  }
}
