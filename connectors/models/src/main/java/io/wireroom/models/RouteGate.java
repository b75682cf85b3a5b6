package io.wireroom.models;

import io.wireroom.models.endpoint.ApiKey;
import io.wireroom.models.endpoint.Endpoint;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.route.Route;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** A route with its endpoint and as many places as it takes at one time. */
final class RouteGate {
  private final Route route;
  private final Endpoint endpoint;
  private final Semaphore places;

  RouteGate(Route route, Endpoint endpoint) {
    this.route = route;
    this.endpoint = endpoint;
    this.places = new Semaphore(route.maxConcurrent());
  }

  Route route() {
    return route;
  }

  boolean full() {
    return places.availablePermits() == 0;
  }

  /** Asks at once or not at all: waiting in line would eat the step's time. */
  EndpointResult answer(ModelRequest request, Supplier<ApiKey> key, Duration timeout) {
    if (!places.tryAcquire()) {
      return new EndpointResult.Busy(
          "all " + route.maxConcurrent() + " places are taken", Duration.ofSeconds(1));
    }
    try {
      return endpoint.answer(request, key, timeout);
    } finally {
      places.release();
    }
  }
}
