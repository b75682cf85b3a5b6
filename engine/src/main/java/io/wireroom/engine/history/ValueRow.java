package io.wireroom.engine.history;

/** A variable of a run (scope = run) or of a step (scope = step), as JSON text. */
record ValueRow(long scope, String name, long runKey, String json) {
  private static final int LONGEST_NAME = 500;

  /** why shorter: databases limit what they index, and no record may hold up those after it. */
  ValueRow {
    name =
        name.length() > LONGEST_NAME
            ? "%s… (%08x)".formatted(name.substring(0, 400), name.hashCode())
            : name;
  }

  Id id() {
    return new Id(scope, name);
  }

  record Id(long scope, String name) {}
}
