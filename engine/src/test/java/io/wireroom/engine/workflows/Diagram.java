package io.wireroom.engine.workflows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A BPMN file, read for what an example must hold to. */
record Diagram(Document xml) {
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
  private static final List<String> MAY_HOLD_EXPRESSIONS =
      List.of(
          "source",
          "value",
          "inputCollection",
          "outputElement",
          "expression",
          "key",
          "correlationKey");

  /** Where a shape lies. */
  record Bounds(double x, double y, double width, double height) {
    boolean overlaps(Bounds other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }
  }

  static Diagram read(Path file) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new Diagram(factory.newDocumentBuilder().parse(file.toFile()));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException("not a diagram: " + file, e);
    }
  }

  String processId() {
    return all(BPMN, "process").findFirst().orElseThrow().getAttribute("id");
  }

  String processName() {
    return all(BPMN, "process").findFirst().orElseThrow().getAttribute("name");
  }

  /** Every FEEL expression in the file, without its leading equals sign. */
  List<String> expressions() {
    var attributes =
        all("*", "*")
            .flatMap(
                element ->
                    MAY_HOLD_EXPRESSIONS.stream().map(name -> element.getAttribute(name).strip()));
    var texts = all(BPMN, "conditionExpression").map(element -> element.getTextContent().strip());
    return Stream.concat(attributes, texts)
        .filter(text -> text.startsWith("="))
        .map(text -> text.substring(1))
        .toList();
  }

  /** Ids of the service tasks. */
  List<String> serviceTasks() {
    return all(BPMN, "serviceTask").map(element -> element.getAttribute("id")).toList();
  }

  /** The bounds of every shape, by the id of its element. */
  Map<String, Bounds> shapes() {
    var shapes = new TreeMap<String, Bounds>();
    all(DI, "BPMNShape")
        .forEach(
            shape ->
                shapes.put(shape.getAttribute("bpmnElement"), bounds(child(shape, DC, "Bounds"))));
    return shapes;
  }

  private Stream<Element> all(String namespace, String name) {
    var nodes = xml.getElementsByTagNameNS(namespace, name);
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
  }

  private static Element child(Element parent, String namespace, String name) {
    return (Element) parent.getElementsByTagNameNS(namespace, name).item(0);
  }

  private static Bounds bounds(Element element) {
    return new Bounds(
        Double.parseDouble(element.getAttribute("x")),
        Double.parseDouble(element.getAttribute("y")),
        Double.parseDouble(element.getAttribute("width")),
        Double.parseDouble(element.getAttribute("height")));
  }
}
