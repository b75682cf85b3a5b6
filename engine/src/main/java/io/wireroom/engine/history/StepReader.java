package io.wireroom.engine.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Makes steps with values from the rows of one run. */
record StepReader(DSLContext db, ElementNames names, long runKey) {
  List<StepValues> values(List<Record> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    var keys = rows.stream().map(row -> row.get("key", Long.class)).toList();
    var values = RunQueries.values(db, "scope_key in (%s)".formatted(Keys.in(keys)));
    var said = RunQueries.incidents(db, runKey);
    return rows.stream().map(row -> values(row, values, said)).toList();
  }

  private StepValues values(Record row, Map<Long, ObjectNode> values, Map<Long, String> said) {
    var state = StepRow.read(row);
    var step = state.step(names.name(db, state.definitionKey, state.elementId));
    var raw =
        step.error()
            .flatMap(
                error ->
                    error
                        .incidentKey()
                        .flatMap(key -> Optional.ofNullable(said.get(key)))
                        .filter(text -> !text.equals(error.message())));
    return new StepValues(
        step,
        values.getOrDefault(step.key(), StepQueries.nothing()),
        state
            .output
            .map(RunQueries::parse)
            .filter(ObjectNode.class::isInstance)
            .map(ObjectNode.class::cast),
        raw);
  }
}
