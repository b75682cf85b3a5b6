package io.wireroom.engine.trigger.inbox;

import java.time.Duration;

/**
 * The inbox's limits.
 *
 * @param remembered how long the broker remembers an event's id
 * @param backlog how many events may be without a run before more are refused
 * @param keep how long an event that is done with stays to be seen
 * @param keepBytes above this size of the file, the oldest that are done with go sooner
 * @param keepKeys how long a repetition is known as one
 */
public record InboxSettings(
    Duration remembered, long backlog, Duration keep, long keepBytes, Duration keepKeys) {

  /** What holds unless an operator says otherwise. */
  public static final InboxSettings USUAL =
      new InboxSettings(
          Duration.ofHours(1), 100_000, Duration.ofDays(30), 2L << 30, Duration.ofDays(90));

  /** The same with another time that the broker remembers ids. */
  public InboxSettings remembering(Duration time) {
    return new InboxSettings(time, backlog, keep, keepBytes, keepKeys);
  }
}
