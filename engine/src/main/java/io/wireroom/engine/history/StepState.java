package io.wireroom.engine.history;

import java.time.Instant;
import java.util.Optional;

/** A step while a batch is applied to it; of one thread. */
final class StepState {
  final long key;
  final long runKey;
  final Instant startedAt;
  final ElementType type;
  final Optional<Long> parent;
  long definitionKey;
  String elementId;
  Status status;
  Optional<Instant> endedAt = Optional.empty();
  Optional<String> jobType = Optional.empty();
  int attempts;
  int retries;
  Optional<String> output = Optional.empty();
  Optional<StepError> error = Optional.empty();
  long change;
  private Optional<Step> before = Optional.empty();

  StepState(
      long key,
      long runKey,
      Optional<Long> parent,
      Instant startedAt,
      ElementType type,
      long definitionKey,
      String elementId) {
    this.key = key;
    this.runKey = runKey;
    this.parent = parent;
    this.startedAt = startedAt;
    this.type = type;
    this.definitionKey = definitionKey;
    this.elementId = elementId;
    this.status = type.whileActive();
  }

  boolean open() {
    return endedAt.isEmpty();
  }

  void job(String newJobType, int newRetries) {
    jobType = Optional.of(newJobType);
    retries = newRetries;
    attempts = 1;
  }

  void again() {
    attempts++;
  }

  void failed(String message, Optional<String> code) {
    error = Optional.of(new StepError(message, code, Optional.empty()));
  }

  void broken(StepError trouble) {
    status = Status.FAILED;
    error = Optional.of(trouble);
  }

  /** The incident is resolved; the step goes on, its job with another attempt. */
  void repaired(boolean job) {
    status = type.whileActive();
    error = Optional.empty();
    attempts += job ? 1 : 0;
  }

  void complete(Instant at) {
    status = Status.COMPLETED;
    error = Optional.empty();
    endedAt = Optional.of(Times.notBefore(startedAt, at));
  }

  /** Ended from outside: by a cancellation, or because the diagram caught its error. */
  void terminate(Instant at) {
    var caught = error.filter(e -> e.code().isPresent() && e.incidentKey().isEmpty()).isPresent();
    status = caught ? Status.HANDLED : Status.CANCELLED;
    endedAt = Optional.of(Times.notBefore(startedAt, at));
  }

  Step step(String name) {
    return new Step(
        key,
        runKey,
        elementId,
        name,
        type.word(),
        jobType,
        parent,
        status,
        startedAt,
        endedAt,
        attempts,
        error,
        change);
  }

  /** What is stored, to tell a change of what people see from one of the counters. */
  void remember() {
    before = Optional.of(step(elementId));
  }

  boolean visiblyChanged() {
    return !before.equals(Optional.of(step(elementId)));
  }
}
