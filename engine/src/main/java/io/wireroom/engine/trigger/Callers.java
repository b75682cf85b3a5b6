package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import io.wireroom.engine.worker.Onlookers;
import io.wireroom.engine.worker.Said;
import io.wireroom.library.respond.CallerAnswers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Who waits for what became of an event. Told by the record stream ({@link #started}, {@link
 * #ended}) and by the respond step ({@link #answer}); in memory, since a caller does not outlive
 * its connection.
 */
public final class Callers implements CallerAnswers, Onlookers {
  private static final Duration LATELY = Duration.ofMinutes(1);

  private final Map<String, Caller> byEvent = new ConcurrentHashMap<>();
  private final Map<Long, List<String>> eventsByRun = new ConcurrentHashMap<>();
  private volatile long latest = System.nanoTime() - LATELY.toNanos();

  /** Begins to wait; to be called before the event goes into the inbox. */
  void add(String eventId, Caller caller) {
    latest = System.nanoTime();
    byEvent.put(eventId, caller);
  }

  /** Whether anybody waits, or did a short while ago, so that the next one may be under way. */
  public boolean waitLately() {
    return !byEvent.isEmpty() || System.nanoTime() - latest < LATELY.toNanos();
  }

  void forget(String eventId) {
    if (byEvent.remove(eventId) != null) {
      eventsByRun.values().forEach(events -> events.remove(eventId));
      eventsByRun.values().removeIf(List::isEmpty);
    }
  }

  /** The record stream showed that the event started or continued this run. */
  public void started(String eventId, long runKey) {
    var caller = byEvent.get(eventId);
    if (caller != null) {
      eventsByRun.computeIfAbsent(runKey, key -> new CopyOnWriteArrayList<>()).add(eventId);
      caller.started(runKey);
    }
  }

  /** Whether anybody waits for this run's end. */
  boolean waitForEnd(long runKey) {
    return eventsByRun.containsKey(runKey);
  }

  /** The record stream showed the run's end. */
  void ended(RunEnd end) {
    Optional.ofNullable(eventsByRun.remove(end.runKey())).stream()
        .flatMap(List::stream)
        .map(byEvent::get)
        .filter(caller -> caller != null)
        .forEach(caller -> caller.ended(end));
  }

  @Override
  public boolean answer(String eventId, int status, Map<String, String> headers, JsonNode body) {
    var caller = byEvent.get(eventId);
    return caller != null && caller.answer(new Answer(status, headers, body));
  }

  @Override
  public void said(Said said) {
    said.eventId().map(byEvent::get).ifPresent(caller -> caller.said(said));
  }

  /** Somebody who waits; called on any thread, must return at once. */
  interface Caller {
    void started(long runKey);

    /** False when the answer cannot be given any more. */
    boolean answer(Answer answer);

    /** A step of the run says something while it works. */
    default void said(Said said) {}

    void ended(RunEnd end);
  }

  /** What a respond step answered. */
  record Answer(int status, Map<String, String> headers, JsonNode body) {}
}
