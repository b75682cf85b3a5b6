package io.wireroom.engine.workflow;

import static io.wireroom.engine.workflow.BpmnXml.BPMN;
import static io.wireroom.engine.workflow.BpmnXml.ZEEBE;

import io.wireroom.engine.process.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A readable diagram: questions that publishing, triggers and the worker ask of it. */
public final class Diagram {
  /** The kinds of start that become message starts, so that each is an event of the inbox. */
  static final Set<String> MESSAGE_STARTS = Set.of(Webhook.TYPE, FeedStart.TYPE, FormStart.TYPE);

  private static final String FORM_KEY = "camunda-forms:bpmn:";

  private final Document document;
  private final Element process;

  private Diagram(Document document, Element process) {
    this.document = document;
    this.process = process;
  }

  /**
   * Reads a diagram that has exactly one executable process with an id.
   *
   * @throws NotADiagram with what is wrong
   */
  public static Diagram parse(String xml) {
    try {
      var document = BpmnXml.parse(xml);
      return new Diagram(document, onlyProcess(document));
    } catch (BpmnXml.Unreadable e) {
      throw new NotADiagram(
          Problem.whole(String.valueOf(e.getMessage()), "Export the diagram again as BPMN 2.0."));
    }
  }

  private static Element onlyProcess(Document document) {
    var processes =
        elements(document.getDocumentElement(), BPMN, "process").stream()
            .filter(process -> process.getAttribute("isExecutable").equals("true"))
            .toList();
    if (processes.size() != 1) {
      throw new NotADiagram(
          Problem.whole(
              "The diagram has " + processes.size() + " executable processes; it needs one.",
              "Mark exactly one process as executable."));
    }
    var id = processes.getFirst().getAttribute("id");
    if (!id.matches("[A-Za-z_][A-Za-z0-9_.-]{0,99}")) {
      throw new NotADiagram(
          Problem.whole(
              "The process id '" + id + "' cannot be used.",
              "Use at most 100 of the letters a to z and A to Z, digits, dots, dashes and"
                  + " underscores; begin with a letter or an underscore."));
    }
    return processes.getFirst();
  }

  /** The process's id, which is the workflow's. */
  public String id() {
    return process.getAttribute("id");
  }

  /** What people call it. */
  public String name() {
    var name = process.getAttribute("name").strip();
    return name.isEmpty() ? id() : name;
  }

  /** The start events of the process itself, not those of subprocesses. */
  List<Element> starts() {
    return children(process, BPMN, "startEvent");
  }

  /** Whether a run can be created without an event. */
  public boolean hasNoneStart() {
    return starts().stream().anyMatch(Diagram::needsNoEvent);
  }

  /** Whether a run can be created at this start event. */
  public boolean isNoneStart(String elementId) {
    return starts().stream()
        .anyMatch(start -> start.getAttribute("id").equals(elementId) && needsNoEvent(start));
  }

  private static boolean needsNoEvent(Element start) {
    return !startsByMessage(start) && definition(start).isEmpty();
  }

  /** The starts that events of the inbox make, in the order of the file. */
  public List<MessageStart> messageStarts() {
    return starts().stream().filter(Diagram::startsByMessage).map(this::messageStart).toList();
  }

  /**
   * The starts of a copy that events make: there, timers and signals start nothing by themselves.
   */
  public List<MessageStart> copyStarts() {
    var closed = selfStarting().stream().map(start -> start.getAttribute("id"));
    return Stream.concat(
            messageStarts().stream(), closed.map(start -> new MessageStart(id(), start)))
        .toList();
  }

  private MessageStart messageStart(Element start) {
    var elementId = start.getAttribute("id");
    return isWebhook(start)
        ? new MessageStart(id(), elementId, webhook(start, Webhook.Place.START).messageName())
        : new MessageStart(id(), elementId);
  }

  /** The webhooks on start events, in the order of the file. */
  public List<Webhook> webhooks() {
    return starts(Webhook.TYPE).map(start -> webhook(start, Webhook.Place.START)).toList();
  }

  /** Those on starts, then those for which runs wait. */
  public List<Webhook> allHooks() {
    return Stream.concat(webhooks().stream(), catchHooks().stream()).toList();
  }

  /** The webhooks for which runs wait, at any depth, in the order of the file. */
  public List<Webhook> catchHooks() {
    return hookElements().stream()
        .filter(Diagram::waits)
        .map(element -> webhook(element, Webhook.Place.CATCH))
        .toList();
  }

  /** Elements that are drawn as webhooks where none can stand. */
  List<Element> misplacedHooks() {
    var starts = starts();
    return hookElements().stream().filter(e -> !waits(e) && !starts.contains(e)).toList();
  }

  private Webhook webhook(Element element, Webhook.Place place) {
    return Webhook.of(id(), element.getAttribute("id"), place, properties(element));
  }

  private List<Element> hookElements() {
    return elements(process, BPMN, "*").stream().filter(Diagram::isWebhook).toList();
  }

  private static boolean waits(Element element) {
    var byMessage =
        definition(element)
            .map(definition -> definition.getLocalName().equals("messageEventDefinition"))
            .orElse(true);
    return switch (element.getLocalName()) {
      case "receiveTask" -> true;
      case "intermediateCatchEvent", "boundaryEvent" -> byMessage;
      case "startEvent" ->
          byMessage
              && element.getParentNode() instanceof Element parent
              && parent.getAttribute("triggeredByEvent").equals("true");
      default -> false;
    };
  }

  private static boolean isWebhook(Element start) {
    return Webhook.TYPE.equals(properties(start).get("inbound.type"));
  }

  /** The feeds on start events, in the order of the file. */
  public List<FeedStart> feeds() {
    return starts(FeedStart.TYPE)
        .map(start -> FeedStart.of(id(), start.getAttribute("id"), properties(start)))
        .toList();
  }

  /** The forms on start events, in the order of the file. */
  public List<FormStart> forms() {
    return starts(FormStart.TYPE)
        .map(
            start ->
                FormStart.of(
                    id(), start.getAttribute("id"), name(), form(start), properties(start)))
        .toList();
  }

  /** The form that the start names, which the process holds; empty when there is none. */
  private String form(Element start) {
    return elements(start, ZEEBE, "formDefinition").stream()
        .map(definition -> definition.getAttribute("formKey"))
        .filter(key -> key.startsWith(FORM_KEY))
        .flatMap(
            key ->
                elements(process, ZEEBE, "userTaskForm").stream()
                    .filter(
                        form -> form.getAttribute("id").equals(key.substring(FORM_KEY.length()))))
        .map(Element::getTextContent)
        .findFirst()
        .orElse("");
  }

  private Stream<Element> starts(String type) {
    return starts().stream().filter(start -> inboundType(start).equals(type));
  }

  private static boolean startsByMessage(Element start) {
    return MESSAGE_STARTS.contains(inboundType(start));
  }

  /** What the start says that it is; empty when it says nothing. */
  static String inboundType(Element start) {
    return properties(start).getOrDefault("inbound.type", "");
  }

  /** The timer start events. */
  public List<TimerStart> timers() {
    return starts().stream()
        .flatMap(
            start ->
                definition(start).stream()
                    .filter(d -> d.getLocalName().equals("timerEventDefinition"))
                    .map(d -> TimerStart.of(id(), start, d)))
        .toList();
  }

  /** The element's event definition, when it has one. */
  static Optional<Element> definition(Element event) {
    return children(event).stream()
        .filter(child -> child.getLocalName().endsWith("EventDefinition"))
        .findFirst();
  }

  /** Steps with a job, by element id. */
  public Map<String, Task> tasks() {
    var tasks = new LinkedHashMap<String, Task>();
    for (var definition : elements(process, ZEEBE, "taskDefinition")) {
      var element = (Element) definition.getParentNode().getParentNode();
      tasks.put(element.getAttribute("id"), Task.of(element, definition));
    }
    return tasks;
  }

  /** Whether the element is done for one item after the other. */
  public boolean oneAfterAnother(String elementId) {
    return element(elementId).stream()
        .flatMap(e -> children(e, BPMN, "multiInstanceLoopCharacteristics").stream())
        .anyMatch(loop -> loop.getAttribute("isSequential").equals("true"));
  }

  /** Whether the event only leads to another place of the diagram. */
  public boolean isLink(String elementId) {
    return element(elementId)
        .flatMap(Diagram::definition)
        .filter(definition -> definition.getLocalName().equals("linkEventDefinition"))
        .isPresent();
  }

  /** The first start event of the process itself. */
  public Optional<String> firstStart() {
    return starts().stream().map(start -> start.getAttribute("id")).findFirst();
  }

  /** The element's kind, as BPMN names it. */
  public Optional<String> kind(String elementId) {
    return element(elementId).map(Element::getLocalName);
  }

  /** All elements of the process that have an id. */
  List<Element> flowElements() {
    return elements(process, BPMN, "*").stream().filter(e -> e.hasAttribute("id")).toList();
  }

  /** All {@code zeebe:input} elements. */
  List<Element> inputs() {
    return elements(process, ZEEBE, "input");
  }

  Document document() {
    return document;
  }

  Element process() {
    return process;
  }

  /** The diagram as text. */
  String xml() {
    return BpmnXml.write(document);
  }

  /** Any element by its id. */
  Optional<Element> element(String id) {
    return id.isEmpty()
        ? Optional.empty()
        : elements(document.getDocumentElement(), "*", "*").stream()
            .filter(element -> element.getAttribute("id").equals(id))
            .findFirst();
  }

  /** Starts that the broker makes by itself: timers and signals. */
  List<Element> selfStarting() {
    return starts().stream()
        .filter(
            start ->
                definition(start)
                    .map(Element::getLocalName)
                    .filter(
                        kind ->
                            kind.equals("timerEventDefinition")
                                || kind.equals("signalEventDefinition"))
                    .isPresent())
        .toList();
  }

  /** This diagram under another process id, with all that refers to it. */
  Diagram renamed(String processId) {
    var copy = parse(xml());
    for (var element : elements(copy.document.getDocumentElement(), "*", "*")) {
      for (var reference : List.of("processRef", "bpmnElement")) {
        if (element.getAttribute(reference).equals(id())) {
          element.setAttribute(reference, processId);
        }
      }
    }
    copy.process.setAttribute("id", processId);
    return copy;
  }

  /** Writes down what the definition is made from. */
  void stamp(Origin origin) {
    process.setAttributeNS(Origin.NAMESPACE, "wireroom:" + Origin.WORKFLOW, origin.workflow());
    process.setAttributeNS(
        Origin.NAMESPACE, "wireroom:" + Origin.VERSION, String.valueOf(origin.version()));
  }

  /** The element's {@code zeebe:properties}. */
  static Map<String, String> properties(Element element) {
    var properties = new LinkedHashMap<String, String>();
    for (var extensions : children(element, BPMN, "extensionElements")) {
      for (var list : children(extensions, ZEEBE, "properties")) {
        for (var property : children(list, ZEEBE, "property")) {
          properties.put(property.getAttribute("name"), property.getAttribute("value"));
        }
      }
    }
    return properties;
  }

  static List<Element> children(Element parent, String namespace, String name) {
    return children(parent).stream()
        .filter(c -> namespace.equals(c.getNamespaceURI()))
        .filter(c -> name.equals("*") || c.getLocalName().equals(name))
        .toList();
  }

  private static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getNamespaceURI() != null) {
        children.add(element);
      }
    }
    return children;
  }

  static List<Element> elements(Element below, String namespace, String name) {
    var found = new ArrayList<Element>();
    var nodes = below.getElementsByTagNameNS(namespace, name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  /** The text is no diagram that Wireroom can take. */
  public static final class NotADiagram extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    NotADiagram(Problem problem) {
      super(problem.message());
      this.problem = problem;
    }

    public Problem problem() {
      return problem;
    }
  }
}
