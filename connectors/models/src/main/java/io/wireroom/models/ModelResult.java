package io.wireroom.models;

import io.wireroom.models.endpoint.EndpointResult;
import io.wireroom.models.endpoint.Rejection;
import io.wireroom.models.route.Route;
import java.time.Duration;

/** What became of a request to an alias. */
public sealed interface ModelResult {
  /** A route answered. */
  record Answered(EndpointResult.Answered answer, Route route, Duration latency)
      implements ModelResult {}

  /** All routes have too much to do: ask again later without a retry, it is nobody's fault. */
  record Busy(String reason, Duration after) implements ModelResult {}

  /** No route could be reached: ask again later, which uses a retry. */
  record Unreachable(String reason, Duration after) implements ModelResult {}

  /** A route says no, or there is no such model; the diagram may decide what then. */
  record Rejected(Rejection rejection, String message) implements ModelResult {}

  /** A route or the request is set up wrong: a person has to mend it. */
  record Broken(String reason) implements ModelResult {}
}
