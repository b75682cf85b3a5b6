package io.wireroom.engine.history;

import java.util.Locale;
import java.util.Optional;

/** How a run or a step stands. */
public enum Status {
  /** Something is being done. */
  RUNNING,
  /** Nothing but a person, a timer or a message can move it on. */
  WAITING,
  COMPLETED,
  /** An incident is open. */
  FAILED,
  CANCELLED,
  /** Of a step: it ended with an error that the diagram caught. */
  HANDLED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Status> of(String word) {
    for (var status : values()) {
      if (status.word().equals(word)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  static Status stored(String word) {
    return of(word).orElseThrow(() -> new IllegalStateException("unknown status " + word));
  }
}
