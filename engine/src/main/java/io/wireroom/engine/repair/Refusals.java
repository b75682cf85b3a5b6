package io.wireroom.engine.repair;

import io.wireroom.engine.process.RunChanges.Changed;
import io.wireroom.engine.web.HttpProblem;
import java.util.List;
import java.util.Map;

/** The broker's words about a change that it does not make, as people understand them. */
final class Refusals {
  private static final Map<String, String> KNOWN =
      Map.of(
          "is unmapped",
          "a step that is active has no place in the other version",
          "multi-instance",
          "a step that is done for each item of a list cannot be begun or moved from outside",
          "concurrent command",
          "a gateway waits for its other paths, which cannot be moved; or the run was just going on by"
              + " itself, then try once more",
          "flow scope",
          "a step sits inside another sub-process there",
          "call activit",
          "it was called by another run; change the run that called it");

  private Refusals() {}

  /** Nothing when it is done; otherwise the answer that says why it is not. */
  static void unless(Changed changed) {
    switch (changed) {
      case Changed.Done() -> {}
      case Changed.Gone() -> throw ended();
      case Changed.Refused(var reason) ->
          throw HttpProblem.runAgain(
              "The broker does not change this run: " + words(reason) + ".",
              List.of(new HttpProblem.Detail("", reason)));
    }
  }

  static HttpProblem ended() {
    return HttpProblem.runAgain("The run or the step ended meanwhile.", List.of());
  }

  static String words(String reason) {
    var lower = reason.toLowerCase(java.util.Locale.ROOT);
    return KNOWN.entrySet().stream()
        .filter(known -> lower.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .findFirst()
        .orElseGet(() -> plain(reason));
  }

  private static String plain(String reason) {
    return reason
        .replace("process instance", "run")
        .replace("process definition", "version")
        .replace("element instance", "step")
        .replaceFirst("[.\\s]+$", "");
  }
}
