package io.wireroom.engine.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.process.RunVariables;
import io.wireroom.engine.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** What a step sees: its own variables, and those of all that is around it. Blocks. */
public final class VisibleValues {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEEPEST = 100;

  private final Database database;

  VisibleValues(Database database) {
    this.database = database;
  }

  /** The step's own variables, which its inputs made. */
  public ObjectNode own(long stepKey) {
    return database.read(db -> read(db, stepKey, JSON.createObjectNode()));
  }

  /** All that the step sees; the nearest of each name, without Wireroom's. */
  public ObjectNode all(long stepKey, long runKey) {
    return database.read(
        db -> {
          var values = JSON.createObjectNode();
          scopes(db, stepKey, runKey).forEach(scope -> read(db, scope, values));
          return values;
        });
  }

  /** From the run inwards. */
  private static List<Long> scopes(DSLContext db, long stepKey, long runKey) {
    var scopes = new ArrayList<Long>();
    Optional<Long> scope = Optional.of(stepKey);
    while (scope.isPresent() && scopes.size() < DEEPEST) {
      scopes.add(scope.get());
      scope =
          db.fetchOptional("select parent_key from step where key = ?", scope.get())
              .flatMap(row -> Optional.ofNullable(row.get(0, Long.class)));
    }
    scopes.add(runKey);
    return scopes.reversed();
  }

  private static ObjectNode read(DSLContext db, long scope, ObjectNode into) {
    for (var row : db.fetch("select name, json from value where scope_key = ?", scope)) {
      var name = row.get("name", String.class);
      if (!name.startsWith(RunVariables.PREFIX)) {
        into.set(name, parse(row.get("json", String.class)));
      }
    }
    return into;
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored value is not JSON", e);
    }
  }
}
