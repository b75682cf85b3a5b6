package io.wireroom.engine.monitor;

import io.vertx.core.Vertx;
import io.wireroom.engine.history.Change;
import io.wireroom.engine.history.History;
import io.wireroom.engine.monitor.LiveTexts.Piece;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hands the history's changes to all open streams, each change written out once. */
public final class LiveEvents {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

  public LiveEvents(Vertx vertx, History history) {
    this(vertx, history, HEARTBEAT);
  }

  LiveEvents(Vertx vertx, History history, Duration heartbeat) {
    history.listen(this::tell);
    vertx.setPeriodic(heartbeat.toMillis(), timer -> streams.forEach(EventStream::beat));
  }

  void add(EventStream stream) {
    streams.add(stream);
  }

  void remove(EventStream stream) {
    streams.remove(stream);
  }

  /** Whether anybody listens. */
  public boolean isListenedTo() {
    return !streams.isEmpty();
  }

  /** Tells those who listen to everything of something that is no change of a run; any thread. */
  public void news(String event, List<?> data) {
    if (!streams.isEmpty()) {
      var told = data.stream().map(one -> Message.news(event, one)).toList();
      streams.forEach(stream -> stream.offer(told));
    }
  }

  /** Tells those who look at the run what one of its steps writes; any thread. */
  void text(Piece piece) {
    if (!streams.isEmpty()) {
      var told = List.of(Message.of(piece));
      streams.forEach(stream -> stream.offer(told));
    }
  }

  private void tell(List<Change> changes) {
    if (streams.isEmpty()) {
      return;
    }
    var messages = new ArrayList<Message>(changes.size());
    for (var change : changes) {
      switch (change) {
        case Change.RunChanged(var run) -> messages.add(Message.of(run));
        case Change.StepChanged(var step) -> messages.add(Message.of(step));
        case Change.EventStarted started -> {} // why: people see the run
        case Change.EventCorrelated correlated -> {} // why: people see the event and the run
        case Change.MarkerSeen marker -> {}
      }
    }
    var told = List.copyOf(messages);
    streams.forEach(stream -> stream.offer(told));
  }
}
