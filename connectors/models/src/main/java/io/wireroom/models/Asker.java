package io.wireroom.models;

import io.wireroom.connector.Connections;
import io.wireroom.models.endpoint.Listener;
import java.time.Duration;

/**
 * Who asks, and how long it waits.
 *
 * @param credentials where the asking step finds keys, so that it knows which it was given
 * @param timeout over all routes
 * @param listener takes the pieces of the answer
 */
public record Asker(Connections credentials, Duration timeout, Listener listener) {}
