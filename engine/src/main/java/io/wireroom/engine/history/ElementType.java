package io.wireroom.engine.history;

import java.util.Locale;
import java.util.Set;

/** What the history needs to know of BPMN element types. */
record ElementType(String word) {
  private static final Set<String> CONTAINERS =
      Set.of("process", "subProcess", "eventSubProcess", "multiInstanceBody", "adHocSubProcess");
  private static final Set<String> WAITING =
      Set.of("userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway");

  /** From the broker's name, as in {@code SERVICE_TASK}. */
  static ElementType of(String name) {
    var word = new StringBuilder();
    for (var part : name.toLowerCase(Locale.ROOT).split("_", -1)) {
      word.append(
          word.isEmpty() || part.isEmpty()
              ? part
              : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    return new ElementType(word.toString());
  }

  boolean process() {
    return word.equals("process");
  }

  /** Holds other steps, and does nothing itself. */
  boolean container() {
    return CONTAINERS.contains(word);
  }

  /** While it is active, only a person, a timer or a message can move it on. */
  Status whileActive() {
    return WAITING.contains(word) ? Status.WAITING : Status.RUNNING;
  }
}
