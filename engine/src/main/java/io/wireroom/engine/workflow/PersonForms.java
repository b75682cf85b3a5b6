package io.wireroom.engine.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.process.ProcessEngine.Resource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * The forms of steps for people, which the process holds: each is deployed with the diagram under a
 * name of ours and bound to that deployment, so that a run shows the form of its own version.
 */
final class PersonForms {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PersonForms() {}

  /** Lets the steps name the forms as the broker will know them. */
  static void link(Diagram diagram) {
    var held = held(diagram);
    for (var step : PersonStep.drawn(diagram)) {
      var form = PersonStep.of(diagram, step).formId().filter(held::containsKey);
      var definition = PersonStep.extension(step, "formDefinition").filter(d -> !stays(step, d));
      if (form.isPresent() && definition.isPresent()) {
        bind(definition.get(), name(diagram, form.get()));
      }
    }
  }

  /** why: the broker takes a form inside the process for steps that it keeps as jobs only. */
  private static boolean stays(Element step, Element definition) {
    return !PersonStep.isNative(step) && definition.hasAttribute("formKey");
  }

  private static void bind(Element definition, String name) {
    definition.removeAttribute("formKey");
    definition.removeAttribute("externalReference");
    definition.setAttribute("formId", name);
    definition.setAttribute("bindingType", "deployment");
  }

  /** A compiled diagram with the forms that it names. */
  static List<Resource> files(String fileName, String compiled) {
    var files = new ArrayList<Resource>();
    files.add(new Resource(fileName, compiled.getBytes(StandardCharsets.UTF_8)));
    var diagram = Diagram.parse(compiled);
    var named =
        PersonStep.drawn(diagram).stream()
            .flatMap(step -> PersonStep.extension(step, "formDefinition").stream())
            .map(definition -> definition.getAttribute("formId"))
            .toList();
    held(diagram)
        .forEach(
            (id, text) -> {
              var name = name(diagram, id);
              if (named.contains(name)) {
                files.add(new Resource(name + ".form", form(name, text)));
              }
            });
    return List.copyOf(files);
  }

  private static Map<String, String> held(Diagram diagram) {
    var held = new LinkedHashMap<String, String>();
    for (var form : Diagram.elements(diagram.process(), BpmnXml.ZEEBE, "userTaskForm")) {
      held.put(form.getAttribute("id"), form.getTextContent());
    }
    return held;
  }

  /** why: names of forms are the broker's, and two workflows may call theirs the same. */
  private static String name(Diagram diagram, String formId) {
    return diagram.id() + "." + formId;
  }

  private static byte[] form(String name, String text) {
    try {
      var form =
          JSON.readTree(text) instanceof ObjectNode object ? object : JSON.createObjectNode();
      return JSON.writeValueAsBytes(form.put("id", name));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a checked form must be readable: " + name, e);
    }
  }
}
