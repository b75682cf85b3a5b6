package io.wireroom.models.endpoint;

/**
 * Takes an answer piece by piece.
 *
 * <p>Threading: called on the asking virtual thread. While it blocks, nothing more is read from the
 * endpoint's socket.
 */
@FunctionalInterface
public interface Listener {
  /** For those who want the whole answer only. */
  Listener NONE = event -> true;

  /** Takes one piece; false gives up, and the endpoint is told so. */
  boolean on(ModelEvent event);
}
