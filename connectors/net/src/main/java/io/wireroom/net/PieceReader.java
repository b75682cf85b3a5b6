package io.wireroom.net;

import java.time.Duration;

/**
 * Takes an answer piece by piece.
 *
 * <p>Threading: both are called on the thread that sent the request; while {@link #take} runs,
 * nothing more is read from the socket.
 */
public interface PieceReader {
  /** How long to wait for the next piece, from now. */
  Duration patience();

  /** Takes one piece, of any length; false gives up, and the connection is closed. */
  boolean take(byte[] piece);
}
