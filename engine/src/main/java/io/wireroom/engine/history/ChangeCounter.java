package io.wireroom.engine.history;

/** Numbers changes: one growing sequence for all runs and steps of the store. */
final class ChangeCounter {
  private long value;

  ChangeCounter(long value) {
    this.value = value;
  }

  long next() {
    return ++value;
  }

  long value() {
    return value;
  }
}
