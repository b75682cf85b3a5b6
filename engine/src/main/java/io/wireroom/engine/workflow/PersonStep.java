package io.wireroom.engine.workflow;

import static io.wireroom.engine.workflow.BpmnXml.BPMN;
import static io.wireroom.engine.workflow.BpmnXml.ZEEBE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * A step that a person completes, as it is drawn.
 *
 * @param formId the form that it names
 * @param form the text of the form of that name, when the process holds it
 */
public record PersonStep(
    String elementId, String name, Optional<String> formId, Optional<String> form) {
  /** How Camunda's modeler names a form that the process holds. */
  private static final String HELD = "camunda-forms:bpmn:";

  /** The diagram's steps for people, in the order of the file. */
  public static List<PersonStep> of(Diagram diagram) {
    return drawn(diagram).stream().map(step -> of(diagram, step)).toList();
  }

  static List<Element> drawn(Diagram diagram) {
    return Diagram.elements(diagram.process(), BPMN, "userTask");
  }

  static PersonStep of(Diagram diagram, Element step) {
    var id = step.getAttribute("id");
    var name = step.getAttribute("name").strip();
    var formId = extension(step, "formDefinition").stream().flatMap(PersonStep::named).findFirst();
    return new PersonStep(
        id, name.isEmpty() ? id : name, formId, formId.flatMap(form -> held(diagram, form)));
  }

  private static Stream<String> named(Element definition) {
    return Stream.of("formId", "formKey", "externalReference")
        .map(definition::getAttribute)
        .filter(name -> !name.isBlank())
        .map(name -> name.startsWith(HELD) ? name.substring(HELD.length()) : name);
  }

  /** The text of a form that the process holds. */
  private static Optional<String> held(Diagram diagram, String formId) {
    return Diagram.elements(diagram.process(), ZEEBE, "userTaskForm").stream()
        .filter(form -> form.getAttribute("id").equals(formId))
        .map(Element::getTextContent)
        .findFirst();
  }

  /** Whether the broker keeps it as a task of its own and not as a job. */
  static boolean isNative(Element step) {
    return extension(step, "userTask").isPresent();
  }

  static Optional<Element> extension(Element step, String name) {
    return Diagram.children(step, BPMN, "extensionElements").stream()
        .flatMap(extensions -> Diagram.children(extensions, ZEEBE, name).stream())
        .findFirst();
  }
}
