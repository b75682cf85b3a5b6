package io.wireroom.models.endpoint;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * One endpoint that serves a model.
 *
 * <p>Threading: blocks the calling virtual thread for at most {@code timeout}; shared by all.
 */
public interface Endpoint {
  /**
   * Answers.
   *
   * @param key asked at the last moment, and again for each further request
   */
  EndpointResult answer(ModelRequest request, Supplier<ApiKey> key, Duration timeout);
}
