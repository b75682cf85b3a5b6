package io.wireroom.engine.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is known of a published workflow's triggers beyond their drawing. Blocks. */
public interface TriggerFacts {
  /** How a feed's polls went; empty before its workflow is published. */
  Optional<FeedState> feed(FeedStart feed);

  /** When a timer fires. */
  Schedule schedule(TimerStart timer, boolean published);

  /** How a feed's polls went. */
  record FeedState(
      Optional<Instant> lastPolledAt, Optional<String> lastError, Instant nextPollAt) {}

  /**
   * When a timer fires.
   *
   * @param next the next instants, as far as they can be computed
   * @param misfires fires that came late, the newest first
   */
  record Schedule(List<Instant> next, List<Misfire> misfires) {}

  /** A fire more than a minute after it was due. */
  record Misfire(Instant dueAt, Instant firedAt) {}
}
