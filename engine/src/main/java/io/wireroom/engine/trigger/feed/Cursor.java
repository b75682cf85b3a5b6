package io.wireroom.engine.trigger.feed;

import io.wireroom.engine.workflow.FeedStart;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a feed trigger has read.
 *
 * @param begun whether the entries of the first answer are known
 * @param tag the ETag of the last answer that was taken in whole
 * @param modified its Last-Modified
 * @param failures polls that failed since the last good one
 */
record Cursor(
    String workflow,
    String elementId,
    String url,
    Duration interval,
    boolean oldEntriesToo,
    boolean begun,
    Optional<String> tag,
    Optional<String> modified,
    Instant nextPollAt,
    Optional<Instant> lastPollAt,
    Optional<String> lastError,
    int failures) {

  /** Nothing read yet; to be polled at once. */
  static Cursor fresh(FeedStart feed, Instant now) {
    return new Cursor(
        feed.workflow(),
        feed.elementId(),
        feed.url(),
        feed.interval(),
        feed.oldEntriesToo(),
        false,
        Optional.empty(),
        Optional.empty(),
        now,
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /** As a new version draws it; the place in the feed stays. */
  Cursor drawnAs(FeedStart feed, Instant now) {
    var soonest = now.plus(feed.interval());
    return new Cursor(
        workflow,
        elementId,
        url,
        feed.interval(),
        feed.oldEntriesToo(),
        begun,
        tag,
        modified,
        nextPollAt.isBefore(soonest) ? nextPollAt : soonest,
        lastPollAt,
        lastError,
        failures);
  }

  /** After an answer that was taken in whole. */
  Cursor read(Optional<String> newTag, Optional<String> newModified, Instant now, Instant next) {
    return polled(true, newTag, newModified, now, next, Optional.empty(), 0);
  }

  /** The same with something for a person to mend. */
  Cursor complaining(String error) {
    return polled(
        begun,
        tag,
        modified,
        lastPollAt.orElse(nextPollAt),
        nextPollAt,
        Optional.of(error),
        failures);
  }

  /** After an answer that said nothing new. */
  Cursor unchanged(Instant now, Instant next) {
    return polled(begun, tag, modified, now, next, Optional.empty(), 0);
  }

  /** After a poll that came to nothing. */
  Cursor failed(String error, Instant now, Instant next) {
    return polled(begun, tag, modified, now, next, Optional.of(error), failures + 1);
  }

  private Cursor polled(
      boolean nowBegun,
      Optional<String> newTag,
      Optional<String> newModified,
      Instant now,
      Instant next,
      Optional<String> error,
      int failed) {
    return new Cursor(
        workflow,
        elementId,
        url,
        interval,
        oldEntriesToo,
        nowBegun,
        newTag,
        newModified,
        next,
        Optional.of(now),
        error,
        failed);
  }
}
