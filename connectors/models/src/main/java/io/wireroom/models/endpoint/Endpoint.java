package io.wireroom.models.endpoint;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * One endpoint that serves a model.
 *
 * <p>Threading: blocks the calling virtual thread for as long as the patience lasts; shared by all.
 */
public interface Endpoint {
  /** Answers; nothing is asked twice but to repair JSON and to speak an endpoint's dialect. */
  EndpointResult answer(ModelRequest request, Asking asking);

  /** Whether it says that it can answer; false when it does not or cannot be asked. */
  default boolean well(ApiKey key) {
    return false;
  }

  /** Answers in one piece. */
  default EndpointResult answer(ModelRequest request, Supplier<ApiKey> key, Duration timeout) {
    return answer(request, new Asking(key, timeout));
  }
}
