package io.wireroom.engine.trigger.inbox;

import io.wireroom.engine.history.Change;
import java.util.List;
import java.util.stream.Stream;

/** The record stream showed the run that an event started or continued. */
record Shown(String eventId, EventStatus how, long runKey) {
  static List<Shown> in(List<Change> changes) {
    return changes.stream().flatMap(Shown::of).toList();
  }

  private static Stream<Shown> of(Change change) {
    return switch (change) {
      case Change.EventStarted(var id, var run) ->
          Stream.of(new Shown(id, EventStatus.STARTED, run));
      case Change.EventCorrelated(var id, var run) ->
          Stream.of(new Shown(id, EventStatus.CORRELATED, run));
      case Change.MarkerSeen marker -> Stream.empty();
      case Change.RunChanged run -> Stream.empty();
      case Change.StepChanged step -> Stream.empty();
    };
  }
}
