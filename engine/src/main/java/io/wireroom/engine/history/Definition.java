package io.wireroom.engine.history;

import io.wireroom.engine.process.Origin;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A deployed version of a workflow as the broker has it. */
record Definition(long key, String workflow, int version, String xml) {
  /** Under the workflow and version that it was made from, where it says so. */
  static Definition of(BrokerRecord r) {
    var xml = xml(r);
    var brokers = new Origin(r.text("bpmnProcessId"), r.value().path("version").asInt());
    var origin = origin(xml).orElse(brokers);
    return new Definition(
        r.number("processDefinitionKey"), origin.workflow(), origin.version(), xml);
  }

  static String xml(BrokerRecord r) {
    return new String(Base64.getDecoder().decode(r.text("resource")), StandardCharsets.UTF_8);
  }

  Origin origin() {
    return new Origin(workflow, version);
  }

  private static Optional<Origin> origin(String xml) {
    try {
      var reader = reader(xml);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          var workflow = reader.getAttributeValue(Origin.NAMESPACE, Origin.WORKFLOW);
          var version = reader.getAttributeValue(Origin.NAMESPACE, Origin.VERSION);
          if (workflow != null && version != null && version.matches("[0-9]{1,9}")) {
            return Optional.of(new Origin(workflow, Integer.parseInt(version)));
          }
        }
      }
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** The elements' names by their ids; empty when the XML cannot be read. */
  Map<String, String> names() {
    var names = new HashMap<String, String>();
    try {
      var reader = reader(xml);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          var id = reader.getAttributeValue(null, "id");
          var name = reader.getAttributeValue(null, "name");
          if (id != null && name != null && !name.isBlank()) {
            names.put(id, name.strip());
          }
        }
      }
    } catch (XMLStreamException e) {
      return Map.of(); // why: the broker took the diagram; without names it shows element ids
    }
    return Map.copyOf(names);
  }

  static XMLStreamReader reader(String xml) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(
        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "UTF-8");
  }
}
