package io.wireroom.models.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** What one endpoint made of a request. */
public sealed interface EndpointResult {
  /**
   * It answered in full.
   *
   * @param json the answer as JSON, valid by the schema; present when a schema was given
   * @param stopReason {@code end_turn} or {@code stop_sequence}
   */
  record Answered(String text, Optional<JsonNode> json, String stopReason, Usage usage, Cost cost)
      implements EndpointResult {}

  /** It has too much to do; nothing was answered. Zero: it does not say how long. */
  record Busy(String reason, Duration after) implements EndpointResult {}

  /** It cannot be reached, is slow or has a fault of its own; nothing was answered. */
  record Unreachable(String reason) implements EndpointResult {}

  /** It will not answer this; asking again will not help. */
  record Rejected(Rejection rejection, String message) implements EndpointResult {}

  /** The route or the step is set up wrong: a person has to mend it. */
  record Broken(String reason) implements EndpointResult {}
}
