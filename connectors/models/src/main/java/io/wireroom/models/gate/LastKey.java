package io.wireroom.models.gate;

import io.wireroom.models.endpoint.ApiKey;
import java.util.function.Supplier;

/** Knows which key was used, so that a route that did not accept it is tried with another one. */
final class LastKey implements Supplier<ApiKey> {
  private final Supplier<ApiKey> keys;
  private ApiKey last = new ApiKey.NotNeeded();

  LastKey(Supplier<ApiKey> keys) {
    this.keys = keys;
  }

  @Override
  public ApiKey get() {
    last = keys.get();
    return last;
  }

  ApiKey last() {
    return last;
  }
}
