package io.wireroom.engine.history;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The {@code zeebe:property} entries of a workflow itself, not those of its elements. */
final class WorkflowProperties {
  private static final List<String> PLACE = List.of("properties", "extensionElements", "process");

  private WorkflowProperties() {}

  /** By name; empty when there are none, or the XML cannot be read. */
  static Map<String, String> of(String xml) {
    var properties = new HashMap<String, String>();
    try {
      var open = new ArrayDeque<String>();
      for (var reader = reader(xml); reader.hasNext(); ) {
        reader.next();
        if (reader.isStartElement()) {
          if (reader.getLocalName().equals("property") && isOfTheProcess(open)) {
            add(reader, properties);
          }
          open.push(reader.getLocalName());
        } else if (reader.isEndElement()) {
          open.pop();
        }
      }
    } catch (XMLStreamException e) {
      return Map.of(); // why: the broker took the diagram, so this is none of an author's
    }
    return Map.copyOf(properties);
  }

  private static boolean isOfTheProcess(ArrayDeque<String> open) {
    return open.stream().limit(PLACE.size()).toList().equals(PLACE);
  }

  private static void add(XMLStreamReader reader, Map<String, String> properties) {
    var name = reader.getAttributeValue(null, "name");
    var value = reader.getAttributeValue(null, "value");
    if (name != null && value != null) {
      properties.put(name, value);
    }
  }

  private static XMLStreamReader reader(String xml) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(
        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "UTF-8");
  }
}
