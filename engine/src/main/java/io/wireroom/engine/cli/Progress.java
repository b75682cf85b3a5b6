package io.wireroom.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** One line per step that works, when it ends, and per step of any kind that waits or fails. */
final class Progress {
  private static final Set<String> QUIET = Set.of("running");

  private final PrintStream out;
  private final LoopItems items;
  private final Set<String> printed = new HashSet<>();

  Progress(PrintStream out, LoopItems items) {
    this.out = out;
    this.items = items;
  }

  /** Prints what is new; a step may come again, and in an older state. */
  void step(JsonNode step) {
    var status = step.path("status").asText();
    var works = step.hasNonNull("connector") || !status.equals("completed");
    if (works && !QUIET.contains(status) && printed.add(mark(step, status))) {
      var item = items.of(step).map(text -> "  " + text).orElse("");
      out.printf("  %-12s %-32s %s%s%n", word(status), name(step), detail(step), item);
    }
  }

  private static String mark(JsonNode step, String status) {
    return step.path("id").asText() + " " + status + " " + step.path("error").path("incidentKey");
  }

  private static String word(String status) {
    return status.equals("completed") ? "done" : status;
  }

  private static String name(JsonNode step) {
    var name = step.path("name").asText("");
    return name.isEmpty() ? step.path("elementId").asText() : name;
  }

  private static String detail(JsonNode step) {
    var error = step.path("error").path("message").asText("");
    if (!error.isEmpty()) {
      var code = step.path("error").path("code").asText("");
      return code.isEmpty() ? error : error + " (" + code + ")";
    }
    if (!step.hasNonNull("endedAt") || !step.hasNonNull("startedAt")) {
      return "";
    }
    var took =
        Duration.between(
            Instant.parse(step.path("startedAt").asText()),
            Instant.parse(step.path("endedAt").asText()));
    return took.toMillis() + " ms";
  }
}
