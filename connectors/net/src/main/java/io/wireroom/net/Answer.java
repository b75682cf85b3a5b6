package io.wireroom.net;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of a request. */
public sealed interface Answer {
  /**
   * The server answered, with whatever status. {@code url} is the last one after redirects.
   *
   * @param headers as they came; Content-Encoding and Content-Length are gone from an inflated
   *     answer
   * @param body inflated, at most {@link Request.Limits#maxBytes()}
   */
  record Response(int status, List<Map.Entry<String, String>> headers, byte[] body, URI url)
      implements Answer {
    /** The first header of that name. */
    public Optional<String> header(String name) {
      return headers.stream()
          .filter(h -> h.getKey().equalsIgnoreCase(name))
          .map(Map.Entry::getValue)
          .findFirst();
    }

    /** why: an endpoint may echo a secret, and this line may end in a log. */
    @Override
    public String toString() {
      return "Response[%d, %d headers, %d bytes]".formatted(status, headers.size(), body.length);
    }
  }

  /** The guard does not let this request out; trying again will not help. */
  record Refused(String reason) implements Answer {}

  /** No answer: unknown host, no connection, connection lost. A later try may work. */
  record Unreachable(String reason) implements Answer {}

  /** A phase took longer than its limit. The server may have acted. A later try may work. */
  record TimedOut(String reason) implements Answer {}

  /** The answer broke a limit of size, inflated size or header count; nothing of it is kept. */
  record TooLarge(String reason) implements Answer {}
}
