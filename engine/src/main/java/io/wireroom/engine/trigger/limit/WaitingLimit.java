package io.wireroom.engine.trigger.limit;

import java.util.HashMap;
import java.util.Map;

/**
 * How many callers wait for an answer at each webhook. Remembers only webhooks that somebody waits
 * at. Any thread.
 */
public final class WaitingLimit {
  private final Map<String, Integer> waiting = new HashMap<>();

  /** Lets one more wait; false when {@code most} do. Whoever was let in must {@link #leave}. */
  public boolean enter(String key, int most) {
    synchronized (waiting) {
      var now = waiting.getOrDefault(key, 0);
      if (now >= most) {
        return false;
      }
      waiting.put(key, now + 1);
      return true;
    }
  }

  /** One that was let in waits no more. */
  public void leave(String key) {
    synchronized (waiting) {
      waiting.computeIfPresent(key, (k, now) -> now == 1 ? null : now - 1);
    }
  }

  int keys() {
    synchronized (waiting) {
      return waiting.size();
    }
  }
}
