package io.wireroom.engine.history;

import java.time.Instant;
import java.util.Optional;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** A step as a row. */
final class StepRow {
  static final String UPSERT =
      """
      insert into step (key, run_key, parent_key, definition_key, element_id, type, job_type,
        status, started_at, ended_at, attempts, retries, output, error_message, error_code,
        incident_key, change)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (key) do update set definition_key = excluded.definition_key,
        element_id = excluded.element_id, job_type = excluded.job_type, status = excluded.status,
        ended_at = excluded.ended_at, attempts = excluded.attempts, retries = excluded.retries,
        output = excluded.output, error_message = excluded.error_message,
        error_code = excluded.error_code, incident_key = excluded.incident_key,
        change = excluded.change
      """;

  private StepRow() {}

  static @Nullable Object[] binds(StepState step) {
    return new @Nullable Object[] {
      step.key,
      step.runKey,
      step.parent.orElse(null),
      step.definitionKey,
      step.elementId,
      step.type.word(),
      step.jobType.orElse(null),
      step.status.word(),
      Times.text(step.startedAt),
      step.endedAt.map(Times::text).orElse(null),
      step.attempts,
      step.retries,
      step.output.orElse(null),
      step.error.map(StepError::message).orElse(null),
      step.error.flatMap(StepError::code).orElse(null),
      step.error.flatMap(StepError::incidentKey).orElse(null),
      step.change
    };
  }

  static StepState read(Record row) {
    var step =
        new StepState(
            row.get("key", Long.class),
            row.get("run_key", Long.class),
            Optional.ofNullable(row.get("parent_key", Long.class)),
            Instant.parse(row.get("started_at", String.class)),
            new ElementType(row.get("type", String.class)),
            row.get("definition_key", Long.class),
            row.get("element_id", String.class));
    step.status = Status.stored(row.get("status", String.class));
    step.endedAt = Optional.ofNullable(row.get("ended_at", String.class)).map(Instant::parse);
    step.jobType = Optional.ofNullable(row.get("job_type", String.class));
    step.attempts = row.get("attempts", Integer.class);
    step.retries = row.get("retries", Integer.class);
    step.output = Optional.ofNullable(row.get("output", String.class));
    step.error =
        Optional.ofNullable(row.get("error_message", String.class))
            .map(
                message ->
                    new StepError(
                        message,
                        Optional.ofNullable(row.get("error_code", String.class)),
                        Optional.ofNullable(row.get("incident_key", Long.class))));
    step.change = row.get("change", Long.class);
    step.remember();
    return step;
  }
}
