package io.wireroom.models;

import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Failure;
import java.time.Duration;

/**
 * What is done about a failure.
 *
 * @param moves whether the next route is tried
 * @param end what it is when no route answers
 * @param after when to come again, when the endpoint did not say
 */
record Reaction(boolean moves, End end, Duration after) {
  /** How a request ends that no route answered. */
  enum End {
    /** Again later; no retry is used. */
    WAIT,
    /** Again; a retry is used. */
    RETRY,
    /** An error that a drawing can catch. */
    REJECT,
    /** An incident. */
    INCIDENT
  }

  static Reaction to(Failure failure) {
    var usual = to(failure.cause());
    // why: after some content another route's answer would be spliced to it
    return failure.begun() ? new Reaction(false, usual.end, usual.after) : usual;
  }

  private static Reaction to(Cause cause) {
    return switch (cause) {
      case THROTTLED -> new Reaction(true, End.WAIT, Duration.ofSeconds(2));
      case QUOTA -> new Reaction(true, End.WAIT, Duration.ofMinutes(10));
      case WARMING -> new Reaction(true, End.WAIT, Duration.ofSeconds(30));
      case TRANSIENT, MODEL_ERROR -> new Reaction(true, End.RETRY, Duration.ZERO);
      case TOO_LONG -> new Reaction(true, End.REJECT, Duration.ZERO);
      case TRUNCATED -> new Reaction(true, End.REJECT, Duration.ZERO);
      case REFUSED -> new Reaction(false, End.REJECT, Duration.ZERO);
      case BAD_REQUEST, AUTH -> new Reaction(false, End.INCIDENT, Duration.ZERO);
      case CANCELLED -> new Reaction(false, End.RETRY, Duration.ZERO);
    };
  }
}
