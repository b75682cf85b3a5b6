package io.wireroom.engine.history;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** A deployed version of a workflow as the broker has it. */
record Definition(long key, String workflow, int version, String xml) {
  static Definition of(BrokerRecord r) {
    return new Definition(
        r.number("processDefinitionKey"),
        r.text("bpmnProcessId"),
        r.value().path("version").asInt(),
        new String(Base64.getDecoder().decode(r.text("resource")), StandardCharsets.UTF_8));
  }

  /** The elements' names by their ids; empty when the XML cannot be read. */
  Map<String, String> names() {
    var names = new HashMap<String, String>();
    try {
      var reader =
          factory()
              .createXMLStreamReader(
                  new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "UTF-8");
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

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
