package io.wireroom.engine.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.wireroom.library.respond.CallerAnswers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who waits for what became of an event. Told by the record stream ({@link #started}, {@link
 * #ended}) and by the respond step ({@link #answer}); in memory, since a caller does not outlive
 * its connection.
 */
public final class Callers implements CallerAnswers {
  private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

  /** Begins to wait; to be called before the event is handed to the broker. */
  Waiting await(String eventId) {
    return waiting.computeIfAbsent(eventId, id -> new Waiting());
  }

  void forget(String eventId) {
    waiting.remove(eventId);
  }

  /** Whether anybody waits for this event. */
  boolean hasWaiting(String eventId) {
    return waiting.containsKey(eventId);
  }

  /** The record stream showed that the event started this run. */
  public void started(String eventId, long runKey) {
    find(eventId).ifPresent(caller -> caller.started.tryComplete(runKey));
  }

  /** The record stream showed the run's end. */
  public void ended(String eventId, RunEnd end) {
    find(eventId).ifPresent(caller -> caller.ended.tryComplete(end));
  }

  @Override
  public boolean answer(String eventId, int status, Map<String, String> headers, JsonNode body) {
    return find(eventId)
        .map(caller -> caller.answered.tryComplete(new Answer(status, headers, body)))
        .orElse(false);
  }

  private Optional<Waiting> find(String eventId) {
    return Optional.ofNullable(waiting.get(eventId));
  }

  /** What one caller waits for; the futures complete on other threads than the caller's. */
  static final class Waiting {
    private final Promise<Long> started = Promise.promise();
    private final Promise<RunEnd> ended = Promise.promise();
    private final Promise<Answer> answered = Promise.promise();

    Future<Long> started() {
      return started.future();
    }

    Future<RunEnd> ended() {
      return ended.future();
    }

    Future<Answer> answered() {
      return answered.future();
    }
  }

  /** What a respond step answered. */
  record Answer(int status, Map<String, String> headers, JsonNode body) {}
}
