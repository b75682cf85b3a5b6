package io.wireroom.models.endpoint;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * What all requests for one answer share.
 *
 * @param key asked at the last moment, and again for each further request
 */
public record Asking(Supplier<ApiKey> key, Patience patience, Listener listener) {
  /** A whole answer within {@code total}. */
  public Asking(Supplier<ApiKey> key, Duration total) {
    this(key, Patience.of(total), Listener.NONE);
  }

  /** Whether somebody wants the pieces. */
  public boolean streamed() {
    return listener != Listener.NONE;
  }
}
