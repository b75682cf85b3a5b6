package io.wireroom.engine.history;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;

/** Names of elements by definition, read once each. */
final class ElementNames {
  private final Map<Long, Map<String, String>> byDefinition = new ConcurrentHashMap<>();

  /** The element's name, or its id when it has none. */
  String name(DSLContext db, long definitionKey, String elementId) {
    var known = byDefinition.get(definitionKey);
    if (known == null) {
      known = read(db, definitionKey);
      if (!known.isEmpty()) { // why: its record may still come
        byDefinition.put(definitionKey, known);
      }
    }
    return known.getOrDefault(elementId, elementId);
  }

  private static Map<String, String> read(DSLContext db, long definitionKey) {
    return db.fetch("select element_id, name from element where definition_key = ?", definitionKey)
        .intoMap(row -> row.get(0, String.class), row -> row.get(1, String.class));
  }
}
