package io.wireroom.engine.again;

import io.wireroom.engine.workflow.AgainChanges;

/** Steps that are in a copy only, and in no drawing. */
final class Ours {
  private Ours() {}

  static boolean is(String elementId) {
    return elementId.matches(".+-(begin|ask|pick|take|real|end|change|recorded)");
  }

  /** The one that asks whether there is a record; its answer is nobody's value. */
  static boolean asks(String elementId) {
    return elementId.endsWith(AgainChanges.ASK);
  }
}
