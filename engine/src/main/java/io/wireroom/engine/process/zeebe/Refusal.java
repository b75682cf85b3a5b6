package io.wireroom.engine.process.zeebe;

import io.wireroom.engine.process.ProcessEngine.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the broker's text of why it refuses a diagram. */
final class Refusal {
  private static final Pattern ELEMENT = Pattern.compile("(?:'[^']*':\\s*)?- Element: (\\S+).*");
  private static final Pattern PROBLEM = Pattern.compile("- (?:ERROR|WARNING): (.*)");
  private static final Pattern PREFIX =
      Pattern.compile("^Command '[A-Z_]+' rejected with code '[A-Z_]+': ");

  private Refusal() {}

  /** At least one fault; those that name no element stand for the whole diagram. */
  static List<Fault> faults(String text) {
    var faults = new ArrayList<Fault>();
    Optional<String> element = Optional.empty();
    for (var line : text.lines().map(String::strip).toList()) {
      var named = ELEMENT.matcher(line);
      var problem = PROBLEM.matcher(line);
      if (named.matches()) {
        element = Optional.of(named.group(1));
      } else if (problem.matches()) {
        faults.add(new Fault(element, problem.group(1)));
      }
    }
    return faults.isEmpty()
        ? List.of(new Fault(Optional.empty(), text(text)))
        : List.copyOf(faults);
  }

  /** The broker's text without what it says to programs. */
  static String text(String text) {
    return PREFIX.matcher(text).replaceFirst("").strip();
  }
}
