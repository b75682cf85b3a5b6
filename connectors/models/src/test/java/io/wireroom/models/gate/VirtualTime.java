package io.wireroom.models.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/** A clock that stands still until the next thing happens. */
public final class VirtualTime implements InstantSource {
  private final PriorityQueue<Event> events = new PriorityQueue<>();
  private volatile Instant now = Instant.parse("2026-11-30T12:00:00Z");
  private long order;

  private record Event(Instant at, long order, Runnable action) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      var byTime = at.compareTo(other.at);
      return byTime == 0 ? Long.compare(order, other.order) : byTime;
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  public void in(Duration time, Runnable action) {
    events.add(new Event(now.plus(time), order++, action));
  }

  /** Lets all happen that happens within this time. */
  public void run(Duration time) {
    var end = now.plus(time);
    for (var next = events.peek(); next != null && !next.at.isAfter(end); next = events.peek()) {
      events.remove();
      now = next.at;
      next.action.run();
    }
    now = end;
  }
}
