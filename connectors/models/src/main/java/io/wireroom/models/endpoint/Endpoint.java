package io.wireroom.models.endpoint;

import java.time.Duration;

/**
 * One endpoint that serves a model.
 *
 * <p>Threading: blocks the calling virtual thread for at most {@code timeout}; shared by all.
 */
public interface Endpoint {
  EndpointResult answer(ModelRequest request, Duration timeout);
}
