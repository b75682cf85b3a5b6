package io.wireroom.engine.history;

import java.util.Optional;

/**
 * How the broker keeps a step for people.
 *
 * @param key of its task or its job
 */
public record PersonTask(long stepKey, long runKey, long key, Kind kind) {
  private static final String JOB_TYPE = "io.camunda.zeebe:userTask";

  /** A task of its own, or a job as for a connector. */
  public enum Kind {
    TASK,
    JOB
  }

  static PersonTask ofTask(BrokerRecord r) {
    return of(r, Kind.TASK);
  }

  static Optional<PersonTask> ofJob(BrokerRecord r) {
    return r.intent().equals("CREATED") && r.text("type").equals(JOB_TYPE)
        ? Optional.of(of(r, Kind.JOB))
        : Optional.empty();
  }

  private static PersonTask of(BrokerRecord r, Kind kind) {
    return new PersonTask(
        r.number("elementInstanceKey"), r.number("processInstanceKey"), r.key(), kind);
  }
}
