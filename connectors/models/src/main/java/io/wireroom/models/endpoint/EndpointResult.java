package io.wireroom.models.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What one endpoint made of a request. */
public sealed interface EndpointResult {
  /**
   * It answered in full.
   *
   * @param reply its {@code stop} is one of a whole answer
   * @param json the answer as JSON, valid by the schema; present when a schema was given
   */
  record Answered(Reply reply, Optional<JsonNode> json, Cost cost) implements EndpointResult {
    public String text() {
      return reply.text();
    }

    /** {@code end_turn}, {@code stop_sequence} or {@code tool_use}. */
    public String stopReason() {
      return reply.stop().text();
    }

    public Usage usage() {
      return reply.usage();
    }
  }

  /** It answered, but not with what was asked for; asking again will not help. */
  record Rejected(Rejection rejection, String message) implements EndpointResult {}

  /** No answer. */
  record Failed(Failure failure) implements EndpointResult {
    public Failed(Cause cause, String message) {
      this(new Failure(cause, message));
    }
  }
}
