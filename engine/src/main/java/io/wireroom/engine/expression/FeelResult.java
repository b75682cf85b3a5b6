package io.wireroom.engine.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What an expression came to. */
public sealed interface FeelResult {
  /** It has a value, written as the broker would store it; JSON null is a value too. */
  record Value(JsonNode value) implements FeelResult {}

  /**
   * It has none: it does not parse, is refused by the screen, or ran out of a limit.
   *
   * @param message what is wrong, naming the place where it is known
   * @param suggestion what the editor can do about it
   * @param place where reading stopped, when it does not parse
   */
  record Failed(String message, String suggestion, Optional<Place> place) implements FeelResult {
    Failed(String message, String suggestion) {
      this(message, suggestion, Optional.empty());
    }

    /**
     * The message for the person who writes it: where reading stopped, not what the parser hoped
     * for.
     */
    public String inWords() {
      return place.map(Place::unread).orElse(message);
    }
  }

  /** A character of an expression without its leading =; both count from 1. */
  record Place(int line, int column) {
    private String unread() {
      return line == 1
          ? "It cannot be read at character " + column + "."
          : "It cannot be read in line %d at character %d.".formatted(line, column);
    }
  }
}
