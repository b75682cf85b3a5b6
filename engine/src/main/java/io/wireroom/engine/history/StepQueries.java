package io.wireroom.engine.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wireroom.engine.store.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads a run's steps with their tries, loops and calls. Blocks. */
public final class StepQueries {
  private static final int MOST_OPEN = 200;

  private final Database database;
  private final ElementNames names;

  StepQueries(Database database, ElementNames names) {
    this.database = database;
    this.names = names;
  }

  /** The run's steps in the order in which they began, those after {@code afterKey}. */
  public List<StepDetail> page(long runKey, long afterKey, Optional<String> element, int limit) {
    return database.read(
        db -> {
          var rows =
              db.fetch(
                  "select * from step where run_key = ? and key > ?"
                      + (element.isPresent() ? " and element_id = ?" : "")
                      + " order by key limit "
                      + limit,
                  element
                      .<Object[]>map(id -> new Object[] {runKey, afterKey, id})
                      .orElseGet(() -> new Object[] {runKey, afterKey}));
          return details(db, runKey, rows);
        });
  }

  private List<StepDetail> details(DSLContext db, long runKey, List<Record> rows) {
    var keys = rows.stream().map(row -> row.get("key", Long.class)).toList();
    var values = new StepReader(db, names, runKey).values(rows);
    var attempts = new AttemptRows(db).of(keys);
    var loops = new LoopReader(db, runKey).of(values);
    var called = called(db, runKey);
    return values.stream()
        .map(
            one ->
                new StepDetail(
                    one,
                    AttemptRows.complete(
                        one.step(), attempts.getOrDefault(one.step().key(), List.of())),
                    Optional.ofNullable(loops.get(one.step().key())),
                    Optional.ofNullable(called.get(one.step().key())).map(Run::key)))
        .toList();
  }

  /** The runs that this one called, in that order. */
  public List<Run> calls(long runKey) {
    return database.read(db -> List.copyOf(called(db, runKey).values()));
  }

  private Map<Long, Run> called(DSLContext db, long runKey) {
    var runs = new java.util.LinkedHashMap<Long, Run>();
    for (var row : db.fetch("select * from run where parent_run_key = ? order by key", runKey)) {
      runs.put(row.get("parent_step_key", Long.class), RunRow.view(db, names, row));
    }
    return runs;
  }

  /** The steps that are not over, the first ones when they are very many. */
  public List<OpenStep> open(long runKey) {
    return database.read(
        db -> {
          var rows =
              db.fetch(
                  "select * from step where run_key = ? and ended_at is null order by key limit "
                      + MOST_OPEN,
                  runKey);
          var things = things(db, runKey);
          var attempts =
              new AttemptRows(db).of(rows.stream().map(r -> r.get("key", Long.class)).toList());
          var called = called(db, runKey);
          return rows.stream()
              .map(
                  row -> {
                    var state = StepRow.read(row);
                    var tries = attempts.getOrDefault(state.key, List.of());
                    return new OpenStep(
                        state.step(names.name(db, state.definitionKey, state.elementId)),
                        things.getOrDefault(state.key, List.of()),
                        tries.isEmpty() ? Optional.empty() : Optional.of(tries.getLast()),
                        Optional.ofNullable(called.get(state.key)));
                  })
              .toList();
        });
  }

  private static Map<Long, List<AwaitedThing>> things(DSLContext db, long runKey) {
    var things = new HashMap<Long, List<AwaitedThing>>();
    for (var thing : new WaitRows(db).of(runKey)) {
      things.computeIfAbsent(thing.stepKey(), k -> new java.util.ArrayList<>()).add(thing);
    }
    return things;
  }

  static ObjectNode nothing() {
    return JsonNodeFactory.instance.objectNode();
  }
}
