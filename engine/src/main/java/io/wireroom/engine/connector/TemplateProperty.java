package io.wireroom.engine.connector;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One property of an element template: what the panel shows, and what it writes where. */
final class TemplateProperty {
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  private TemplateProperty(String id, String type) {
    json.put("id", id).put("type", type);
  }

  static TemplateProperty shown(String id, String type, String group, String label) {
    var property = new TemplateProperty(id, type);
    property.json.put("group", group).put("label", label);
    return property;
  }

  static TemplateProperty hidden(String id, String value) {
    return new TemplateProperty(id, "Hidden").value(value);
  }

  /** Plain text; the panel shows descriptions as HTML, so this is where it is escaped. */
  TemplateProperty help(String text) {
    if (!text.isEmpty()) {
      var escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      json.put("description", escaped);
    }
    return this;
  }

  TemplateProperty value(String value) {
    if (!value.isEmpty()) {
      json.put("value", value);
    }
    return this;
  }

  /** Text, or an expression after {@code =}. */
  TemplateProperty textOrExpression() {
    json.put("feel", "optional");
    return this;
  }

  TemplateProperty expression() {
    json.put("feel", "required");
    return this;
  }

  TemplateProperty choices(String... choices) {
    var list = json.putArray("choices");
    for (var choice : choices) {
      list.addObject().put("name", choice).put("value", choice);
    }
    return this;
  }

  /** An empty one is left out of the diagram. */
  TemplateProperty optional() {
    json.put("optional", true);
    // why: the schema wants it said wherever an optional property has constraints
    json.withObjectProperty("constraints").put("notEmpty", false);
    return this;
  }

  TemplateProperty required() {
    json.withObjectProperty("constraints").put("notEmpty", true);
    return this;
  }

  TemplateProperty matching(String pattern, String message) {
    json.withObjectProperty("constraints")
        .putObject("pattern")
        .put("value", pattern)
        .put("message", message);
    return this;
  }

  ObjectNode toInput(String name) {
    return to("zeebe:input", "name", name);
  }

  ObjectNode toHeader(String key) {
    return to("zeebe:taskHeader", "key", key);
  }

  ObjectNode toTaskDefinition(String property) {
    return to("zeebe:taskDefinition", "property", property);
  }

  private ObjectNode to(String binding, String key, String value) {
    json.putObject("binding").put("type", binding).put(key, value);
    return json;
  }
}
