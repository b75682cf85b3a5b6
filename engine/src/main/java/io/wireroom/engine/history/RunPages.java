package io.wireroom.engine.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** A run page by page, so that one of any length can be written out. Blocks. */
public final class RunPages {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;
  private final ElementNames names;

  RunPages(Database database, ElementNames names) {
    this.database = database;
    this.names = names;
  }

  /** The steps that began after this one, in their order, with their values. */
  public List<StepValues> steps(long runKey, long after, int limit) {
    return database.read(
        db ->
            db.fetch(
                    "select * from step where run_key = ? and key > ? order by key limit ?",
                    runKey,
                    after,
                    limit)
                .map(row -> values(db, row)));
  }

  private StepValues values(DSLContext db, Record row) {
    var state = StepRow.read(row);
    return new StepValues(
        state.step(names.name(db, state.definitionKey, state.elementId)),
        input(db, state.key),
        state
            .output
            .map(RunPages::parse)
            .filter(ObjectNode.class::isInstance)
            .map(ObjectNode.class::cast),
        Optional.empty());
  }

  private static ObjectNode input(DSLContext db, long step) {
    var input = JSON.createObjectNode();
    for (var row : db.fetch("select name, json from value where scope_key = ?", step)) {
      input.set(row.get("name", String.class), parse(row.get("json", String.class)));
    }
    return input;
  }

  /** All incidents of a run, those that were repaired included. */
  public List<Raised> incidents(long runKey) {
    return database.read(
        db ->
            db.fetch("select * from incident where run_key = ? order by key", runKey)
                .map(
                    row ->
                        new Raised(
                            row.get("key", Long.class),
                            row.get("step_key", Long.class),
                            row.get("type", String.class),
                            row.get("message", String.class),
                            Instant.parse(row.get("created_at", String.class)),
                            Optional.ofNullable(row.get("resolved_at", String.class))
                                .map(Instant::parse))));
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored value is not JSON", e);
    }
  }

  /** An incident as the broker raised it. */
  public record Raised(
      long key,
      long stepKey,
      String type,
      String message,
      Instant createdAt,
      Optional<Instant> resolvedAt) {}
}
