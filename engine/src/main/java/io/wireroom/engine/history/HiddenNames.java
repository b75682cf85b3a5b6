package io.wireroom.engine.history;

import io.wireroom.engine.store.Database;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which values are never stored, by definition: those of the settings and of the diagram. */
final class HiddenNames {
  /** The workflow's property with its own. */
  static final String PROPERTY = "wireroom.redact";

  private final Database database;
  private final HiddenPaths everywhere;
  private final Map<Long, HiddenPaths> byDefinition = new ConcurrentHashMap<>();

  HiddenNames(Database database, HiddenPaths everywhere) {
    this.database = database;
    this.everywhere = everywhere;
  }

  /** Takes a definition's record, which comes before any record of its runs. */
  void learn(BrokerRecord r) {
    try {
      byDefinition.put(r.number("processDefinitionKey"), paths(Definition.xml(r)));
    } catch (IllegalArgumentException e) {
      byDefinition.remove(r.number("processDefinitionKey")); // why: storing it says what is wrong
    }
  }

  HiddenPaths of(long definitionKey) {
    var known = byDefinition.get(definitionKey);
    return known != null ? known : read(definitionKey);
  }

  private HiddenPaths read(long definitionKey) {
    var xml =
        database.read(
            db ->
                db.fetchOptional("select xml from definition where key = ?", definitionKey)
                    .map(row -> row.get(0, String.class)));
    var paths = xml.map(this::paths).orElse(everywhere);
    if (xml.isPresent()) {
      byDefinition.put(definitionKey, paths);
    }
    return paths;
  }

  private HiddenPaths paths(String xml) {
    return everywhere.and(HiddenPaths.of(WorkflowProperties.of(xml).getOrDefault(PROPERTY, "")));
  }
}
