package io.wireroom.engine.trigger.inbox;

import io.vertx.core.Future;
import io.wireroom.engine.history.RunQueries;
import io.wireroom.engine.process.ProcessEngine;
import io.wireroom.engine.process.ProcessEngine.Unavailable;
import io.wireroom.engine.process.RunVariables;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands events to the broker so that each gets exactly one run.
 *
 * <p>A message is refused by the broker while it remembers the event's id; a created run, and a
 * message after that time, are not. So whenever a try may have got there unseen, the history is
 * asked first, behind a {@link RecordBarrier}. Moments are those of {@link System#nanoTime}: a
 * clock that is set must not make two runs.
 */
final class Handover {
  private static final int MOST_SEEN = 20_000;

  private final ProcessEngine engine;
  private final RunQueries history;
  private final RecordBarrier barrier;
  private final Outcomes outcomes;
  private final Duration remembered;

  /** Events that are with the broker, or on their way, and that no record has shown yet. */
  private final Map<String, Handed> handed = new ConcurrentHashMap<>();

  /** Events of which nobody knows whether the broker took them, and since when. */
  private final Map<String, Long> unknown = new ConcurrentHashMap<>();

  /** Events that were shown lately; their rows may still say otherwise for a moment. */
  private final Map<String, Boolean> seen =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > MOST_SEEN;
            }
          });

  private volatile long lastOfBefore;
  private volatile long lookedBack = System.nanoTime();

  Handover(
      ProcessEngine engine,
      RunQueries history,
      RecordBarrier barrier,
      Outcomes outcomes,
      Duration remembered) {
    this.engine = engine;
    this.history = history;
    this.barrier = barrier;
    this.outcomes = outcomes;
    this.remembered = remembered;
  }

  /** Events up to this number may have been handed over before this moment, unseen. */
  void before(long seq) {
    lookedBack = System.nanoTime();
    lastOfBefore = seq;
    handed.clear();
  }

  /** The first try of an event that was stored just now. Fails only with {@link Unavailable}. */
  Future<Void> first(StoredEvent event) {
    // why: draining may have read it from the disk before we were told that it is there
    return has(event.id()) ? Future.succeededFuture() : send(event);
  }

  /** A later try, or one of an event from before this process. Blocks; virtual threads only. */
  void again(StoredEvent event) {
    var asked = mustAsk(event);
    if (has(event.id())) { // why after it: what is shown between the two is found by the question
      return;
    }
    if (asked.isPresent()) {
      barrier.pass(asked.getAsLong());
      var run = history.runOfEvent(event.id());
      if (run.isPresent()) {
        unknown.remove(event.id());
        handed.put(event.id(), new Handed(event, System.nanoTime())); // why: until that is on disk
        outcomes.shown(
            event.id(),
            run.get().started() ? EventStatus.STARTED : EventStatus.CORRELATED,
            run.get().key());
        return;
      }
    }
    Future.await(send(event));
  }

  /** The moment up to which the history must be complete before this event is tried again. */
  private OptionalLong mustAsk(StoredEvent event) {
    var tried = unknown.get(event.id());
    if (tried != null) {
      return OptionalLong.of(tried);
    }
    return event.seq() <= lastOfBefore ? OptionalLong.of(lookedBack) : OptionalLong.empty();
  }

  private Future<Void> send(StoredEvent event) {
    // why before it is sent: the record stream may be faster than the broker's answer
    handed.put(event.id(), new Handed(event, System.nanoTime()));
    var variables = RunVariables.with(event.variables(), event.id(), event.kind().word());
    return switch (event.target()) {
      case Target.Message message ->
          settled(
              event,
              engine.publish(
                  message.messageName(),
                  message.correlationKey().orElse(event.id()),
                  event.id(),
                  variables,
                  remembered));
      case Target.Create create ->
          settled(
              event,
              engine
                  .create(create.processId(), Optional.empty(), variables)
                  .onSuccess(key -> outcomes.shown(event.id(), EventStatus.STARTED, key))
                  .mapEmpty());
    };
  }

  private Future<Void> settled(StoredEvent event, Future<Void> sent) {
    return sent.recover(
        error -> {
          if (error instanceof Unavailable) {
            handed.remove(event.id());
            unknown.put(event.id(), System.nanoTime());
            return Future.failedFuture(error);
          }
          forget(event.id());
          outcomes.dead(event.id(), "The broker refuses it: " + error.getMessage());
          return Future.succeededFuture();
        });
  }

  /** It is on disk that the record stream showed its run: nothing more to do for it. */
  void forget(String eventId) {
    seen.put(eventId, true); // why first: whoever sees it leave the others must see it here
    unknown.remove(eventId);
    handed.remove(eventId);
  }

  /** Whether it is with the broker or was shown, so that there is nothing to hand over. */
  boolean has(String eventId) {
    return handed.containsKey(eventId) || seen.containsKey(eventId);
  }

  int waitingForRecords() {
    return handed.size();
  }

  /** Events whose time with the broker is over without a run; they have to be tried again. */
  List<StoredEvent> expired() {
    var now = System.nanoTime();
    var time = remembered.toNanos();
    var over = handed.values().stream().filter(h -> now - h.since() > time + time / 10).toList();
    for (var h : over) {
      handed.remove(h.event().id());
      unknown.put(h.event().id(), now);
    }
    return over.stream().map(Handed::event).toList();
  }

  /** Is told what became of events. */
  interface Outcomes {
    void shown(String eventId, EventStatus how, long runKey);

    void dead(String eventId, String reason);
  }

  private record Handed(StoredEvent event, long since) {}
}
