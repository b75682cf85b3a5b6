package io.wireroom.models.endpoint;

/** Why an endpoint gave no answer; {@code Models} alone decides what is done about each. */
public enum Cause {
  /** It takes no more just now: the next route, or a wait that uses no retry. */
  THROTTLED,
  /** A quota or credit is used up: the next route, or a long wait that uses no retry. */
  QUOTA,
  /** The model is being loaded: the next route, or a wait that uses no retry. */
  WARMING,
  /** It cannot be reached, is slow or has a fault of its own: the next route, or a retry. */
  TRANSIENT,
  /** The model behind it failed: one other route, or a retry. */
  MODEL_ERROR,
  /** The prompt is too long: a route that takes more, or an error that a drawing can catch. */
  TOO_LONG,
  /** The model or a filter declined: an error that a drawing can catch. */
  REFUSED,
  /** The request is wrong: an incident. */
  BAD_REQUEST,
  /** The credential or its rights are wrong: an incident. */
  AUTH,
  /** The answer is not whole: an error that a drawing can catch. */
  TRUNCATED,
  /** Nobody waits for the answer any more: nothing is asked again. */
  CANCELLED
}
