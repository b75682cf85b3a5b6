package io.wireroom.engine.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A "for each" as it is drawn.
 *
 * @param variable the names on the way to its list, when the diagram says no more than them
 */
record LoopDrawing(boolean sequential, Optional<List<String>> variable) {
  static final LoopDrawing UNKNOWN = new LoopDrawing(true, Optional.empty());
  private static final String PATH =
      "=\\s*[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*\\s*";

  /** By the element's id; empty when the XML cannot be read. */
  static Map<String, LoopDrawing> in(String xml) {
    var found = new HashMap<String, LoopDrawing>();
    try {
      var reader = Definition.reader(xml);
      var element = "";
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          element = read(reader, element, found);
        }
      }
    } catch (XMLStreamException e) {
      return Map.of(); // why: without it the items are counted
    }
    return found;
  }

  /** Returns the element around what comes next: loops and their list stand inside of it. */
  private static String read(
      XMLStreamReader reader, String element, Map<String, LoopDrawing> found) {
    switch (reader.getLocalName()) {
      case "multiInstanceLoopCharacteristics" ->
          found.put(
              element,
              new LoopDrawing(
                  "true".equals(reader.getAttributeValue(null, "isSequential")), Optional.empty()));
      case "loopCharacteristics" ->
          found.computeIfPresent(
              element,
              (id, loop) ->
                  new LoopDrawing(
                      loop.sequential(), path(reader.getAttributeValue(null, "inputCollection"))));
      default -> {
        var id = reader.getAttributeValue(null, "id");
        return id == null ? element : id;
      }
    }
    return element;
  }

  private static Optional<List<String>> path(@org.jspecify.annotations.Nullable String text) {
    return text == null || !text.matches(PATH)
        ? Optional.empty()
        : Optional.of(List.of(text.substring(1).strip().split("\\.", -1)));
  }
}
