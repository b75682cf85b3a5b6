package io.wireroom.models;

import io.wireroom.connector.Connections;
import io.wireroom.models.endpoint.Listener;
import java.time.Duration;

/**
 * Who asks, and how long it waits.
 *
 * @param workflow whose turn it is in line
 * @param credentials where the asking step finds keys, so that it knows which it was given
 * @param timeout over all routes
 * @param listener takes the pieces of the answer
 */
public record Asker(String workflow, Connections credentials, Duration timeout, Listener listener) {
  /** One who wants the whole answer only. */
  public Asker(String workflow, Connections credentials, Duration timeout) {
    this(workflow, credentials, timeout, Listener.NONE);
  }
}
