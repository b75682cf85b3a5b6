package io.wireroom.engine.trigger.form.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What one field takes. */
sealed interface Rule {
  /** What an empty field gives, as the form itself would send it. */
  JsonNode nothing();

  /** Whether the value says nothing, so that a required field refuses it. */
  default boolean isNothing(JsonNode value) {
    return value.isNull() || value.isMissingNode() || value.equals(nothing());
  }

  /** What is wrong with a value that says something; a sentence for the person. */
  Optional<String> problem(JsonNode value);

  /** The value as the run gets it. */
  default JsonNode kept(JsonNode value) {
    return value;
  }

  /**
   * Text.
   *
   * @param pattern found anywhere in the text, as browsers do
   */
  record Text(int shortest, int longest, Optional<Pattern> pattern, String patternMessage)
      implements Rule {
    @Override
    public JsonNode nothing() {
      return TextNode.valueOf("");
    }

    @Override
    public Optional<String> problem(JsonNode value) {
      if (!value.isTextual()) {
        return Optional.of("must be text");
      }
      var text = value.textValue();
      if (text.length() < shortest) {
        return Optional.of("must have at least " + shortest + " characters");
      }
      if (text.length() > longest) {
        return Optional.of("must have at most " + longest + " characters");
      }
      return pattern.filter(p -> !BoundedMatch.finds(p, text)).map(p -> patternMessage);
    }

    @Override
    public JsonNode kept(JsonNode value) {
      return TextNode.valueOf(CleanText.of(value.textValue()));
    }
  }

  /** A number; {@code asText} when the form says that it is sent as text. */
  record Number(
      Optional<BigDecimal> least,
      Optional<BigDecimal> most,
      Optional<Integer> decimals,
      boolean asText)
      implements Rule {
    private static final int MOST_DIGITS = 40;

    @Override
    public JsonNode nothing() {
      return NullNode.instance;
    }

    @Override
    public boolean isNothing(JsonNode value) {
      return Rule.super.isNothing(value) || value.isTextual() && value.textValue().isBlank();
    }

    @Override
    public Optional<String> problem(JsonNode value) {
      return number(value)
          .map(this::bounds)
          .orElseGet(() -> Optional.of("must be a number of at most " + MOST_DIGITS + " digits"));
    }

    private Optional<String> bounds(BigDecimal number) {
      if (least.filter(bound -> number.compareTo(bound) < 0).isPresent()) {
        return Optional.of("must be at least " + least.get().toPlainString());
      }
      if (most.filter(bound -> number.compareTo(bound) > 0).isPresent()) {
        return Optional.of("must be at most " + most.get().toPlainString());
      }
      return decimals
          .filter(places -> number.stripTrailingZeros().scale() > places)
          .map(places -> "must have at most " + places + " digits after the point");
    }

    @Override
    public JsonNode kept(JsonNode value) {
      if (asText) {
        return TextNode.valueOf(number(value).orElseThrow().toPlainString());
      }
      return value.isNumber()
          ? value
          : JsonNodeFactory.withExactBigDecimals(true).numberNode(number(value).orElseThrow());
    }

    private static Optional<BigDecimal> number(JsonNode value) {
      var text = value.isNumber() || value.isTextual() ? value.asText().strip() : "";
      if (text.length() > MOST_DIGITS + 2
          || !text.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?")) {
        return Optional.empty();
      }
      return Optional.of(new BigDecimal(text))
          .filter(n -> n.toPlainString().length() <= 2 * MOST_DIGITS);
    }
  }

  /** A box to tick. */
  record Tick() implements Rule {
    @Override
    public JsonNode nothing() {
      return BooleanNode.FALSE;
    }

    @Override
    public Optional<String> problem(JsonNode value) {
      return value.isBoolean() ? Optional.empty() : Optional.of("must be yes or no");
    }
  }

  /** One of some values. */
  record OneOf(List<JsonNode> values) implements Rule {
    @Override
    public JsonNode nothing() {
      return NullNode.instance;
    }

    @Override
    public Optional<String> problem(JsonNode value) {
      return values.contains(value) ? Optional.empty() : Optional.of("must be one of the choices");
    }
  }

  /** Some of some values. */
  record SomeOf(List<JsonNode> values) implements Rule {
    @Override
    public JsonNode nothing() {
      return JsonNodeFactory.instance.arrayNode();
    }

    @Override
    public Optional<String> problem(JsonNode value) {
      var fits =
          value instanceof ArrayNode chosen
              && chosen.size() <= values.size()
              && chosen.valueStream().allMatch(values::contains);
      return fits ? Optional.empty() : Optional.of("must be some of the choices");
    }
  }

  /** A day, a time or both, written as ISO 8601. */
  record Moment(String kind) implements Rule {
    @Override
    public JsonNode nothing() {
      return NullNode.instance;
    }

    @Override
    public Optional<String> problem(JsonNode value) {
      return value.isTextual() && Moments.fits(kind, value.textValue())
          ? Optional.empty()
          : Optional.of("must be a " + (kind.equals("datetime") ? "date and time" : kind));
    }
  }
}
