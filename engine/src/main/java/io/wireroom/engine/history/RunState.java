package io.wireroom.engine.history;

import java.time.Instant;
import java.util.Optional;

/** A run while a batch is applied to it; of one thread. */
final class RunState {
  final long key;
  final Instant startedAt;
  String workflow;
  int version;
  long definitionKey;
  String trigger;
  Optional<String> eventId = Optional.empty();
  Optional<String> businessKey = Optional.empty();
  Optional<Run.Parent> parent = Optional.empty();
  Optional<Instant> endedAt = Optional.empty();
  Status ended = Status.RUNNING;
  int incidents;
  int active;
  int waiting;

  /** When the record came that the latest incident was raised by. */
  Instant changedAt;

  long change;
  private Optional<Run> before = Optional.empty();

  RunState(
      long key,
      Instant startedAt,
      String workflow,
      int version,
      long definitionKey,
      String trigger) {
    this.key = key;
    this.startedAt = startedAt;
    this.changedAt = startedAt;
    this.workflow = workflow;
    this.version = version;
    this.definitionKey = definitionKey;
    this.trigger = trigger;
  }

  void enter(ElementType type) {
    count(type, 1);
  }

  void leave(ElementType type) {
    count(type, -1);
  }

  private void count(ElementType type, int by) {
    if (!type.container()) {
      active += by;
      waiting += type.whileActive() == Status.WAITING ? by : 0;
    }
  }

  void end(Status how, Instant at) {
    ended = how;
    endedAt = Optional.of(Times.notBefore(startedAt, at));
  }

  Status status() {
    if (endedAt.isPresent()) {
      return ended;
    }
    if (incidents > 0) {
      return Status.FAILED;
    }
    return active > 0 && active == waiting ? Status.WAITING : Status.RUNNING;
  }

  Run run(String name) {
    return new Run(
        key,
        workflow,
        name,
        version,
        definitionKey,
        status(),
        startedAt,
        endedAt,
        trigger,
        eventId,
        businessKey,
        parent,
        incidents,
        change);
  }

  /** What is stored, to tell a change of what people see from one of the counters. */
  void remember() {
    before = Optional.of(run(workflow));
  }

  /** As it is stored; empty for one that this batch brought. */
  Optional<Run> before() {
    return before;
  }

  long place() {
    return Place.of(startedAt, key);
  }

  boolean visiblyChanged() {
    return !before.equals(Optional.of(run(workflow)));
  }
}
