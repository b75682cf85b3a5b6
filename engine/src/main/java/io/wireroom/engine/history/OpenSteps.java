package io.wireroom.engine.history;

import io.wireroom.engine.store.Database;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads the steps that are not over. Blocks. */
public final class OpenSteps {
  private final Database database;
  private final ElementNames names;

  OpenSteps(Database database, ElementNames names) {
    this.database = database;
    this.names = names;
  }

  /** Those of a run, in the order in which they began. */
  public List<Step> of(long runKey) {
    return database.read(
        db ->
            db.fetch(
                    "select * from step where run_key = ? and ended_at is null order by key",
                    runKey)
                .map(row -> step(db, row)));
  }

  /** One step, also when it is over. */
  public Optional<Step> find(long stepKey) {
    return database.read(
        db ->
            db.fetchOptional("select * from step where key = ?", stepKey)
                .map(row -> step(db, row)));
  }

  private Step step(DSLContext db, Record row) {
    var state = StepRow.read(row);
    return state.step(names.name(db, state.definitionKey, state.elementId));
  }
}
