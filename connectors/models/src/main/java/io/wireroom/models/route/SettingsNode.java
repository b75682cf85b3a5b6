package io.wireroom.models.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One map of the settings: reads its values and notes what is wrong with each, by its key. */
final class SettingsNode {
  private static final BigDecimal PICO = BigDecimal.valueOf(1_000_000_000_000L);

  private final String key;
  private final JsonNode node;
  private final List<String> errors;

  SettingsNode(String key, JsonNode node, List<String> errors) {
    this.key = key;
    this.node = node;
    this.errors = errors;
  }

  boolean has(String field) {
    return node.has(field);
  }

  JsonNode get(String field) {
    return node.path(field);
  }

  /** The map below {@code field}; what is no map is wrong and then empty. */
  SettingsNode child(String field) {
    var child = node.path(field);
    if (!child.isMissingNode() && !child.isObject()) {
      wrong(field, "must be a map");
    }
    return new SettingsNode(key + "." + field, child, errors);
  }

  void knows(List<String> known) {
    var unknown = new TreeSet<String>();
    node.fieldNames().forEachRemaining(unknown::add);
    known.forEach(unknown::remove);
    unknown.forEach(k -> errors.add(key + "." + k + ": unknown key; known are " + known));
  }

  void wrong(String field, String message) {
    errors.add(key + "." + field + ": " + message);
  }

  Optional<String> text(String field, String form, String what) {
    var given = node.path(field);
    if (given.isMissingNode()) {
      return Optional.empty();
    }
    if (!given.isValueNode() || !given.asText().matches(form)) {
      wrong(field, "must be " + what);
      return Optional.empty();
    }
    return Optional.of(given.asText());
  }

  <E> Optional<E> choice(String field, E[] values, Function<E, String> text) {
    var given = node.path(field).asText("");
    var found = Arrays.stream(values).filter(v -> text.apply(v).equals(given)).findFirst();
    if (found.isEmpty()) {
      wrong(field, "must be one of " + names(values, text));
    }
    return found;
  }

  boolean flag(String field, boolean usual) {
    var given = node.path(field);
    if (!given.isMissingNode() && !given.isBoolean()) {
      wrong(field, "must be true or false");
    }
    return given.asBoolean(usual);
  }

  Duration seconds(String field, Duration usual) {
    return text(field, "[1-9][0-9]{0,3}s?", "in seconds, such as 60s, and below 10000")
        .map(given -> Duration.ofSeconds(Long.parseLong(given.replace("s", ""))))
        .orElse(usual);
  }

  Optional<Long> count(String field, long least, long most) {
    var given = node.path(field);
    if (given.isMissingNode()) {
      return Optional.empty();
    }
    if (!given.isIntegralNumber() || given.asLong() < least || given.asLong() > most) {
      wrong(field, "must be a number from " + least + " to " + most);
      return Optional.empty();
    }
    return Optional.of(given.asLong());
  }

  /** US dollars for {@code units} as pico-dollars for one, which must come out whole. */
  Optional<Long> money(String field, long units) {
    var given = node.path(field);
    if (given.isMissingNode()) {
      return Optional.empty();
    }
    try {
      var dollars = new BigDecimal(given.isValueNode() ? given.asText() : "");
      var pico = dollars.multiply(PICO).divide(BigDecimal.valueOf(units)).longValueExact();
      if (pico >= 0) {
        return Optional.of(pico);
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // why nothing here: the sentence below says it
    }
    wrong(field, "must be an amount in US dollars with at most 6 decimals");
    return Optional.empty();
  }

  static <E> String names(E[] values, Function<E, String> text) {
    return Arrays.stream(values).map(text).collect(Collectors.joining(", "));
  }
}
