package io.wireroom.testkit.model;

/** What goes wrong with one answer. */
public enum Fault {
  NONE,
  /** Too many requests. */
  THROTTLED,
  /** The account's quota is used up. */
  QUOTA,
  /** The model is being loaded. */
  WARMING,
  /** A fault of the service. */
  UNAVAILABLE,
  /** The model behind the service failed. */
  MODEL_ERROR,
  /** The prompt is too long. */
  TOO_LONG,
  /** A filter stops the answer. */
  REFUSED,
  /** The request is wrong. */
  BAD_REQUEST,
  /** The credential is wrong. */
  FORBIDDEN,
  /** The answer reaches its token limit. */
  CUT_OFF,
  /** The head of the answer, and nothing more, for ever. */
  SLOW_FIRST_TOKEN,
  /** A first piece, and nothing more, for ever. */
  NEVER_ENDS,
  /** A first piece, and then too many requests. */
  THROTTLED_MIDSTREAM,
  /** A first piece, and then the connection is gone; in a stream, at the next tick. */
  RESET,
  /** The connection is gone before anything came. */
  RESET_AT_ONCE,
  /** Half of a frame, and then the end. */
  HALF_FRAME,
  /** All of the text, and then the end, without a word that it is whole. */
  NO_STOP,
  /** A frame with a wrong checksum; where there are none, a piece that is no JSON. */
  BAD_FRAME,
  /** Counts that cannot be. */
  WRONG_USAGE,
  /** A login page with status 200. */
  HTML,
  /** An event of an unknown type among the others. */
  UNKNOWN_EVENT
}
