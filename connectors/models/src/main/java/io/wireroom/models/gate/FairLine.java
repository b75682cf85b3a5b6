package io.wireroom.models.gate;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * A line for each workflow; the workflows take turns, so that one with a thousand requests does not
 * stand before another's first.
 *
 * <p>Threading: by the lock of its {@link RouteGate}.
 */
final class FairLine {
  private final Map<String, Queue<Waiter>> lines = new LinkedHashMap<>();

  void join(Waiter waiter) {
    lines.computeIfAbsent(waiter.workflow(), w -> new ArrayDeque<>()).add(waiter);
  }

  /** Whose turn it is. */
  Optional<Waiter> first() {
    tidy();
    return lines.values().stream().findFirst().map(Queue::element);
  }

  /** Takes the first one away; then it is the next workflow's turn. */
  void served() {
    var workflow = lines.keySet().iterator().next();
    var line = lines.remove(workflow);
    if (line != null) {
      line.remove();
      if (!line.isEmpty()) {
        lines.put(workflow, line);
      }
    }
  }

  /** How many wait. */
  int length() {
    return (int) lines.values().stream().flatMap(Queue::stream).filter(Waiter::waits).count();
  }

  /** Forgets those who left or found a place elsewhere. */
  void tidy() {
    lines.values().forEach(line -> line.removeIf(waiter -> !waiter.waits()));
    lines.values().removeIf(Queue::isEmpty);
  }
}
