package io.wireroom.engine.workflow;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the properties of one trigger and collects what is wrong with them, in plain words. */
final class InboundProperties {
  static final String AUTH = "inbound.auth.";

  private final Map<String, String> values;
  private final List<String> faults = new ArrayList<>();

  InboundProperties(Map<String, String> values) {
    this.values = values;
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  void fault(String sentence) {
    faults.add(sentence);
  }

  /** A text; {@code otherwise} when it is missing or blank. */
  String text(String name, String otherwise) {
    var value = values.getOrDefault(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }

  String text(String name) {
    return text(name, "");
  }

  /** One of some words; anything else is a fault and reads as {@code otherwise}. */
  String choice(String name, String what, String otherwise, List<String> words) {
    var value = text(name, otherwise);
    if (words.contains(value)) {
      return value;
    }
    fault(what + " must be " + either(words) + ", not " + value + ".");
    return otherwise;
  }

  /** A length of time such as {@code 30s}. */
  Duration duration(String name, String what, Duration otherwise, Duration most) {
    var text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      var given = Duration.parse(text.matches("(?i)[0-9]+[smh]") ? "PT" + text : text);
      if (given.compareTo(Duration.ofSeconds(1)) >= 0 && given.compareTo(most) <= 0) {
        return given;
      }
    } catch (DateTimeParseException | ArithmeticException e) {
      // the fault below says it
    }
    fault(what + " must be from 1s to " + most.toMinutes() + "m, such as 30s, not " + text + ".");
    return otherwise;
  }

  /** The name of a header, or nothing. */
  String header(String name, String what) {
    var value = text(name);
    if (value.isEmpty() || value.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")) {
      return value;
    }
    fault(what + " must be the name of a header, such as X-Signature, not " + value + ".");
    return "";
  }

  /**
   * Settings directly below {@code prefix} must be known. why: a misspelt name would silently leave
   * its setting at the default.
   */
  void refuseOthers(String prefix, Set<String> known) {
    values.keySet().stream()
        .filter(name -> name.startsWith(prefix) && !known.contains(name))
        .filter(name -> !name.startsWith(AUTH) || prefix.equals(AUTH))
        .forEach(name -> fault("A webhook has no setting " + name + "."));
  }

  static String either(List<String> words) {
    var last = words.size() - 1;
    return last == 0
        ? words.getFirst()
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
