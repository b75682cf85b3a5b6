package io.wireroom.engine.trigger.form.schema;

import static io.wireroom.engine.trigger.form.schema.FormSchema.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.trigger.form.schema.Component.Field;
import io.wireroom.engine.trigger.form.schema.Component.Group;
import io.wireroom.engine.trigger.form.schema.Component.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns a form's components into parts, and keeps what cannot be held to. */
final class SchemaReader {
  private static final Set<String> SHOWN_ONLY =
      Set.of("text", "html", "image", "spacer", "separator", "button", "table");
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_]{0,99}";
  private static final int DEEPEST = 5;

  private final Optional<ObjectNode> run;
  private final List<String> expressions = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private int depth;

  /**
   * @param run the values of the run that the form is a step of; empty for a start
   */
  SchemaReader(Optional<ObjectNode> run) {
    this.run = run;
  }

  boolean ofStep() {
    return run.isPresent();
  }

  List<String> expressions() {
    return List.copyOf(expressions);
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  List<Component> parts(JsonNode components) {
    if (++depth > DEEPEST) {
      faults.add("The form is nested deeper than " + DEEPEST + " groups.");
      return List.of();
    }
    var parts = components.valueStream().flatMap(c -> part(c).stream()).toList();
    depth--;
    return parts;
  }

  private Optional<Component> part(JsonNode component) {
    var type = text(component, "type");
    if (SHOWN_ONLY.contains(type)
        || component.path("disabled").asBoolean()
        || (ofStep() && component.path("readonly").asBoolean())) {
      return Optional.empty();
    }
    return switch (type) {
      case "group" -> Optional.of(group(component));
      case "dynamiclist" -> Optional.of(rows(component));
      default -> field(component, type);
    };
  }

  private Component group(JsonNode component) {
    var path = text(component, "path");
    checkPath(path.isEmpty() ? "x" : path, component);
    return new Group(path, hide(component), parts(component.path("components")));
  }

  private Component rows(JsonNode component) {
    var path = text(component, "path");
    checkPath(path, component);
    return new Rows(
        path, label(component, path), hide(component), parts(component.path("components")));
  }

  private Optional<Component> field(JsonNode component, String type) {
    var key = text(component, "key");
    var label = label(component, key);
    var rule = new RuleReader(component, label, run, faults).rule(type);
    if (rule.isEmpty()) {
      faults.add("A form takes no field of the kind '" + type + "' (" + label + ").");
      return Optional.empty();
    }
    checkPath(key, component);
    var required = component.path("validate").path("required").asBoolean();
    return Optional.of(new Field(key, label, hide(component), required, rule.get()));
  }

  private void checkPath(String path, JsonNode component) {
    if (!path.matches(NAME + "(\\." + NAME + ")*")) {
      faults.add(
          "The field '"
              + label(component, path)
              + "' has the key '"
              + path
              + "', which is no name.");
    } else if (path.startsWith("wireroom") || path.contains("__proto__")) {
      faults.add("The key '" + path + "' is Wireroom's own; give the field another.");
    }
  }

  private String hide(JsonNode component) {
    var hide = text(component.path("conditional"), "hide");
    if (!hide.isBlank()) {
      expressions.add(hide);
    }
    return hide;
  }

  private static String label(JsonNode component, String key) {
    var label = text(component, "label").strip();
    return label.isEmpty() || label.startsWith("=") ? key : label;
  }
}
