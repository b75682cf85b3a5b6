package io.wireroom.library.respond;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The callers that still wait for an answer to the event that they sent. */
public interface CallerAnswers {
  /**
   * Answers the caller of an event. Called on a virtual thread; must not block for long.
   *
   * <p>The headers are checked here already: no line breaks, none that frame the message, none that
   * govern the application's own origin. What remains to the implementation: the answer shows
   * outside content on the application's origin, so it adds the sandbox policy and nosniff.
   *
   * @param headers names as given, at most one value each; may lack Content-Type
   * @param body text as it is, anything else as JSON; null node for no body
   * @return false when nobody waits for this event any more
   */
  boolean answer(String eventId, int status, Map<String, String> headers, JsonNode body);
}
