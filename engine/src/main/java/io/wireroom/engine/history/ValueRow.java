package io.wireroom.engine.history;

/** A variable of a run (scope = run) or of a step (scope = step), as JSON text. */
record ValueRow(long scope, String name, long runKey, String json) {
  Id id() {
    return new Id(scope, name);
  }

  record Id(long scope, String name) {}
}
