package io.wireroom.engine.history;

import java.util.Optional;

/** By what people know a run: the run's variable of this name. */
final class BusinessKey {
  static final String VARIABLE = "businessKey";
  private static final int LONGEST = 200;

  private BusinessKey() {}

  static Optional<String> of(String text) {
    var stripped = text.strip();
    return stripped.isEmpty() || stripped.equals("null")
        ? Optional.empty()
        : Optional.of(stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped);
  }
}
