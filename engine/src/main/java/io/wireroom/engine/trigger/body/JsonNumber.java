package io.wireroom.engine.trigger.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers that stay what they are: the broker keeps 64-bit integers and doubles, and what fits
 * neither would be rounded without a word.
 */
final class JsonNumber {
  static final String TOO_LARGE = "A whole number is beyond 64 bits; send it as text.";
  static final String TOO_EXACT = "A number would be rounded here; send it as text.";

  /** Characters; the JSON reader gives up there, before anything is computed. */
  static final int LONGEST = 100;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int LONGEST_WHOLE = "-9223372036854775808".length();

  private JsonNumber() {}

  static Optional<JsonNode> whole(String digits) {
    if (digits.length() > LONGEST_WHOLE) {
      return Optional.empty();
    }
    try {
      var value = Long.parseLong(digits);
      return Optional.of(
          value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Empty unless the double that is nearest is written with the same value. */
  static Optional<JsonNode> decimal(String text) {
    var value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      return Optional.empty();
    }
    try {
      var same = new BigDecimal(text).compareTo(new BigDecimal(Double.toString(value))) == 0;
      return same ? Optional.of(NODES.numberNode(value)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty(); // why: an exponent of more digits than any number has
    }
  }
}
