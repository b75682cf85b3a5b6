package io.wireroom.models.endpoint;

/** What came of one request over the wire. */
public sealed interface Turn {
  /** A reply that the endpoint says is whole; not yet judged. */
  record Whole(Reply reply) implements Turn {}

  /** No usable reply; the request ends like this. */
  record Ended(EndpointResult result) implements Turn {}

  /** It does not take something that was sent; {@code error} in lower case. */
  record NotUnderstood(String error, EndpointResult result) implements Turn {}

  /** Failed before any content. */
  static Turn failed(Cause cause, String message) {
    return new Ended(new EndpointResult.Failed(cause, message));
  }

  static Turn failed(Failure failure) {
    return new Ended(new EndpointResult.Failed(failure));
  }

  static Turn rejected(Rejection rejection, String message) {
    return new Ended(new EndpointResult.Rejected(rejection, message));
  }

  /** Only a reply that stopped as a whole one does is one. */
  static Turn of(Reply reply, ModelRequest request) {
    return switch (reply.stop()) {
      case END_TURN, STOP_SEQUENCE -> whole(reply);
      case TOOL_USE ->
          request.tools().all().isEmpty()
              ? rejected(Rejection.UNUSABLE, "it wants to use a tool, and was given none")
              : new Whole(reply);
      case MAX_TOKENS -> failed(Cause.TRUNCATED, "the answer reached its token limit", true);
      case CONTEXT_FULL ->
          failed(Cause.TOO_LONG, "prompt and answer are longer than the model takes", true);
      case REFUSED -> failed(Cause.REFUSED, refusal(reply), true);
      case MISSING -> failed(Cause.TRUNCATED, "the answer does not say that it is whole", true);
      case MALFORMED -> rejected(Rejection.UNUSABLE, "the model wrote what cannot be read");
      case UNKNOWN -> rejected(Rejection.UNUSABLE, "it ended for an unknown reason");
    };
  }

  private static Turn whole(Reply reply) {
    var more =
        reply.content().stream()
            .anyMatch(part -> part instanceof Content.Image || part instanceof Content.Vector);
    return reply.text().isBlank() && !more
        ? rejected(Rejection.UNUSABLE, "the answer is empty")
        : new Whole(reply);
  }

  private static String refusal(Reply reply) {
    return reply.text().isBlank() ? "a content filter stopped the answer" : reply.text();
  }

  private static Turn failed(Cause cause, String message, boolean begun) {
    return failed(new Failure(cause, message).begun(begun));
  }
}
