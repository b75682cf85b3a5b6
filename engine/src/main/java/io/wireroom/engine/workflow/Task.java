package io.wireroom.engine.workflow;

import static io.wireroom.engine.workflow.BpmnXml.BPMN;
import static io.wireroom.engine.workflow.BpmnXml.ZEEBE;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * A step with a job, as it is drawn.
 *
 * @param type the job type, when it is fixed
 * @param retries as drawn; 3 when it is an expression
 * @param inputs the sources of the {@code zeebe:input} mappings by target
 * @param outputs the sources of the {@code zeebe:output} mappings by target
 * @param headers the task headers
 */
public record Task(
    String elementId,
    String type,
    int retries,
    Map<String, String> inputs,
    Map<String, String> outputs,
    Map<String, String> headers) {
  private static final int RETRIES = 3;
  private static final Pattern LITERAL = Pattern.compile("=\\s*\"([^\"\\\\]*)\"\\s*");

  static Task of(Element element, Element definition) {
    var inputs = new LinkedHashMap<String, String>();
    var outputs = new LinkedHashMap<String, String>();
    var headers = new LinkedHashMap<String, String>();
    for (var extensions : Diagram.children(element, BPMN, "extensionElements")) {
      for (var mapping : Diagram.children(extensions, ZEEBE, "ioMapping")) {
        for (var input : Diagram.children(mapping, ZEEBE, "input")) {
          inputs.put(input.getAttribute("target"), input.getAttribute("source"));
        }
        for (var output : Diagram.children(mapping, ZEEBE, "output")) {
          outputs.put(output.getAttribute("target"), output.getAttribute("source"));
        }
      }
      for (var list : Diagram.children(extensions, ZEEBE, "taskHeaders")) {
        for (var header : Diagram.children(list, ZEEBE, "header")) {
          headers.put(header.getAttribute("key"), header.getAttribute("value"));
        }
      }
    }
    return new Task(
        element.getAttribute("id"),
        definition.getAttribute("type"),
        retries(definition.getAttribute("retries")),
        inputs,
        outputs,
        headers);
  }

  /** The value of an input that is the same in each run; an expression may give any. */
  Optional<String> fixed(String input) {
    var source = inputs.getOrDefault(input, "");
    if (source.isBlank()) {
      return Optional.empty();
    }
    if (!source.startsWith("=")) {
      return Optional.of(source);
    }
    var literal = LITERAL.matcher(source);
    return literal.matches() ? Optional.of(literal.group(1)) : Optional.empty();
  }

  private static int retries(String text) {
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : RETRIES;
  }
}
