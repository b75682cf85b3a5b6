package io.wireroom.engine.trigger.inbox;

import io.wireroom.engine.store.StoreTrouble;
import io.wireroom.engine.web.HttpProblem;
import java.time.Duration;

/** An event that could not be stored; nothing of it was kept. */
public final class InboxTrouble {
  private static final Duration LATER = Duration.ofSeconds(5);

  private InboxTrouble() {}

  /** The disk refuses: full, broken, or locked by another process. */
  static HttpProblem notStored(RuntimeException cause) {
    return cause instanceof StoreTrouble trouble
        ? HttpProblem.retryLater(
            503, trouble.kind().sentence() + " The event was not taken. Send it again.", LATER)
        : notStored();
  }

  static HttpProblem notStored() {
    return HttpProblem.retryLater(
        503,
        "The event cannot be stored at the moment, so it was not taken. Send it again.",
        LATER);
  }

  /** The store of runs is damaged. */
  static HttpProblem damaged() {
    return HttpProblem.retryLater(
        503, StoreTrouble.Kind.DAMAGED.sentence() + " The event was not taken.", LATER);
  }

  /** More events wait than the backlog may hold. */
  static HttpProblem full() {
    return HttpProblem.retryLater(
        503,
        "Too many events wait for their run, so this one was not taken. Send it again.",
        LATER);
  }
}
