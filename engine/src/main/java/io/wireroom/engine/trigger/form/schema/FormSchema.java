package io.wireroom.engine.trigger.form.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.web.JsonWords;
import java.util.List;
import java.util.Optional;

/**
 * A form as its author drew it, and the rules that follow from it.
 *
 * @param json what the page shows; an empty object when it cannot be read
 * @param parts what gives values
 * @param expressions that hide parts
 * @param faults what keeps it from being published; sentences for the author
 */
public record FormSchema(
    ObjectNode json, List<Component> parts, List<String> expressions, List<String> faults) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST = 200_000;

  /** Reads Camunda's form JSON, for a start. */
  public static FormSchema parse(String text) {
    return text.isBlank()
        ? broken("The start has no form.")
        : parse(text, new SchemaReader(Optional.empty()));
  }

  /**
   * Reads it for a step of a run.
   *
   * @param values of the run, from which choices may come; what the form only shows gives none
   */
  public static FormSchema ofStep(String text, ObjectNode values) {
    return parse(text, new SchemaReader(Optional.of(values)));
  }

  private static FormSchema parse(String text, SchemaReader reader) {
    if (text.length() > LARGEST) {
      return broken("The form is larger than 200 kB.");
    }
    try {
      return JSON.readTree(text) instanceof ObjectNode form
          ? read(form, reader)
          : broken("The form is not a JSON object.");
    } catch (JsonProcessingException e) {
      return broken("The form is not readable as JSON, " + JsonWords.of(e) + ".");
    }
  }

  private static FormSchema read(ObjectNode form, SchemaReader reader) {
    var parts = reader.parts(form.path("components"));
    if (reader.faults().isEmpty() && parts.isEmpty() && !reader.ofStep()) {
      return broken("The form has no field.");
    }
    return new FormSchema(form, parts, reader.expressions(), reader.faults());
  }

  private static FormSchema broken(String fault) {
    return new FormSchema(JSON.createObjectNode(), List.of(), List.of(), List.of(fault));
  }

  /** Text of a JSON node, empty when there is none. */
  static String text(JsonNode node, String name) {
    return node.path(name).asText("");
  }
}
