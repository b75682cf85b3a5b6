package io.wireroom.engine.again;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.store.Database;
import io.wireroom.engine.web.Json;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Record;

/** Plans of runs that are run again, and what their steps are answered from. Blocks. */
public final class AgainStore {
  private final Database database;
  private final InstantSource clock;

  public AgainStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A run that is run again.
   *
   * @param from the chosen step of the earlier run, and its place
   * @param variables what it began with
   * @param changes variables that change right before the chosen step
   */
  record Plan(
      String id,
      long definitionKey,
      long againOf,
      Optional<Long> from,
      Optional<String> place,
      ObjectNode variables,
      ObjectNode changes) {}

  /**
   * @param answers steps of the earlier run by their places
   */
  void keep(Plan plan, Map<String, Long> answers, String person) {
    database.change(
        db -> {
          db.execute(
              """
              insert into again (id, definition_key, again_of, from_step, from_position, variables,
                changes, created_at, created_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
              """,
              plan.id(),
              plan.definitionKey(),
              plan.againOf(),
              plan.from().orElse(null),
              plan.place().orElse(null),
              plan.variables().toString(),
              plan.changes().toString(),
              clock.instant().toString(),
              person);
          for (var answer : answers.entrySet()) {
            db.execute(
                "insert into again_answer (again_id, position, step_key) values (?, ?, ?)",
                plan.id(),
                answer.getKey(),
                answer.getValue());
          }
        });
  }

  void began(String id, long runKey) {
    database.change(db -> db.execute("update again set run_key = ? where id = ?", runKey, id));
  }

  void forget(String id) {
    database.change(
        db -> {
          db.execute("delete from again_answer where again_id = ?", id);
          db.execute("delete from again where id = ?", id);
        });
  }

  Optional<Plan> ofDefinition(long definitionKey) {
    return database.read(
        db ->
            db.fetchOptional("select * from again where definition_key = ?", definitionKey)
                .map(AgainStore::plan));
  }

  Optional<Plan> ofRun(long runKey) {
    return database.read(
        db ->
            db.fetchOptional("select * from again where run_key = ?", runKey)
                .map(AgainStore::plan));
  }

  Optional<Long> answer(String id, String place) {
    return database.read(
        db ->
            db.fetchOptional(
                    "select step_key from again_answer where again_id = ? and position = ?",
                    id,
                    place)
                .map(row -> row.get(0, Long.class)));
  }

  /** The places at which a run's steps were answered from the record. */
  Set<String> answered(long runKey) {
    return database.read(
        db ->
            db.fetch(
                    "select position from again_answer join again on again.id = again_id"
                        + " where again.run_key = ?",
                    runKey)
                .intoSet(row -> row.get(0, String.class)));
  }

  private static Plan plan(Record row) {
    return new Plan(
        row.get("id", String.class),
        row.get("definition_key", Long.class),
        row.get("again_of", Long.class),
        Optional.ofNullable(row.get("from_step", Long.class)),
        Optional.ofNullable(row.get("from_position", String.class)),
        object(row.get("variables", String.class)),
        object(row.get("changes", String.class)));
  }

  private static ObjectNode object(String json) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored plan is not JSON", e);
    }
  }
}
