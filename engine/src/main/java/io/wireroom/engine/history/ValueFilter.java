package io.wireroom.engine.history;

import java.util.Locale;
import java.util.Optional;

/**
 * A condition on one of a run's own values.
 *
 * @param path the variable, or {@code variable.field}
 */
public record ValueFilter(String path, Op op, String text) {

  /** How the value is compared; more and less are for numbers. */
  public enum Op {
    EQ,
    CONTAINS,
    GT,
    LT;

    public static Optional<Op> of(String word) {
      for (var op : values()) {
        if (op.name().toLowerCase(Locale.ROOT).equals(word)) {
          return Optional.of(op);
        }
      }
      return Optional.empty();
    }
  }

  /** Checks that a number is there where one is needed. */
  public ValueFilter {
    if (path.isBlank()) {
      throw new IllegalArgumentException("a value needs a name");
    }
    if ((op == Op.GT || op == Op.LT) && !text.strip().matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")) {
      throw new IllegalArgumentException(
          "“" + text + "” is no number to compare " + path + " with");
    }
  }

  double number() {
    return Double.parseDouble(text.strip());
  }
}
