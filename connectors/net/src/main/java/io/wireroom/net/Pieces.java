package io.wireroom.net;

import io.vertx.core.Context;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An answer's body on its way to a reader, one piece at a time.
 *
 * <p>Threading: filled on the connection's event loop, emptied by the waiting virtual thread. It
 * holds one piece at most, as the next is fetched only when the last was taken.
 */
final class Pieces {
  private static final byte[] END = {};

  private final Context loop;
  private final LinkedBlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();
  private volatile Optional<HttpClientResponse> source = Optional.empty();

  Pieces(Context loop) {
    this.loop = loop;
  }

  /** Begins to flow; on the event loop. */
  void open(HttpClientResponse response) {
    source = Optional.of(response);
    response.pause();
    response.fetch(1);
  }

  /** Whether the answer comes in pieces. */
  boolean flows() {
    return source.isPresent();
  }

  void add(byte[] piece) {
    if (piece.length > 0) {
      queue.add(piece);
    } else {
      more();
    }
  }

  /** Nothing more comes; the answer says why. */
  void end() {
    queue.add(END);
  }

  /** Asks for one more. */
  void more() {
    loop.runOnContext(on -> source.ifPresent(response -> response.fetch(1)));
  }

  /** Waits for the next piece. */
  Next next(Duration patience) {
    try {
      var piece = queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      return piece == null
          ? new Next.Late()
          : piece == END ? new Next.End() : new Next.Piece(piece);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Next.Interrupted();
    }
  }

  /** What came of waiting. */
  sealed interface Next {
    record Piece(byte[] bytes) implements Next {}

    record End() implements Next {}

    record Late() implements Next {}

    record Interrupted() implements Next {}
  }
}
