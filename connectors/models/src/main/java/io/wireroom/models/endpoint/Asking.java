package io.wireroom.models.endpoint;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * What all requests for one answer share.
 *
 * @param key asked at the last moment, and again for each further request
 * @param listener wants the pieces, so they are asked for
 * @param watch sees the pieces before the listener, if there are any
 */
public record Asking(Supplier<ApiKey> key, Patience patience, Listener listener, Listener watch) {
  /** A whole answer within {@code total}. */
  public Asking(Supplier<ApiKey> key, Duration total) {
    this(key, Patience.of(total), Listener.NONE);
  }

  /** Without one that only sees. */
  public Asking(Supplier<ApiKey> key, Patience patience, Listener listener) {
    this(key, patience, listener, Listener.NONE);
  }

  /** The same with the key from here. */
  public Asking key(Supplier<ApiKey> other) {
    return new Asking(other, patience, listener, watch);
  }

  /** The same, seen by this one. */
  public Asking watched(Listener other) {
    return new Asking(key, patience, listener, other);
  }

  /** Whether somebody wants the pieces. */
  public boolean streamed() {
    return listener != Listener.NONE;
  }
}
