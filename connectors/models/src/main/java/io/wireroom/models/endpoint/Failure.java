package io.wireroom.models.endpoint;

import java.time.Duration;

/**
 * No answer.
 *
 * @param message for the editor, without credentials
 * @param after when to ask again; zero when the endpoint does not say
 * @param begun whether some of the answer had come, so that another route's must not follow it
 */
public record Failure(Cause cause, String message, Duration after, boolean begun) {
  /** Before anything came, and without a word of when to come again. */
  public Failure(Cause cause, String message) {
    this(cause, message, Duration.ZERO, false);
  }

  /** The same, after some of the answer. */
  public Failure begun(boolean some) {
    return new Failure(cause, message, after, some);
  }
}
