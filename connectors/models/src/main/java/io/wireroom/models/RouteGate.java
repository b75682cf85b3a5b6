package io.wireroom.models;

import io.wireroom.models.endpoint.Asking;
import io.wireroom.models.endpoint.Cause;
import io.wireroom.models.endpoint.Endpoint;
import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.endpoint.Failure;
import io.wireroom.models.endpoint.ModelRequest;
import io.wireroom.models.route.Route;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** A route with its endpoint and as many places as it takes at one time. */
final class RouteGate {
  private final Route route;
  private final Endpoint endpoint;
  private final Semaphore places;

  RouteGate(Route route, Endpoint endpoint) {
    this.route = route;
    this.endpoint = endpoint;
    this.places = new Semaphore(route.limits().concurrent());
  }

  Route route() {
    return route;
  }

  boolean full() {
    return places.availablePermits() == 0;
  }

  /** Asks at once or not at all: waiting in line would eat the step's time. */
  EndpointResult answer(ModelRequest request, Asking asking) {
    if (!places.tryAcquire()) {
      return new EndpointResult.Failed(
          new Failure(
              Cause.THROTTLED,
              "all " + route.limits().concurrent() + " places are taken",
              Duration.ofSeconds(1),
              false));
    }
    try {
      return endpoint.answer(request, asking);
    } finally {
      places.release();
    }
  }
}
