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

  /**
   * No answer: unknown host, no connection, connection lost. A later try may work.
   *
   * @param sent whether the request may have got there, so that the server may have acted
   */
  record Unreachable(String reason, boolean sent) implements Answer {
    Unreachable(String reason) {
      this(reason, false);
    }
  }

  /**
   * A phase took longer than its limit. A later try may work.
   *
   * @param sent whether the request may have got there, so that the server may have acted
   */
  record TimedOut(String reason, boolean sent) implements Answer {
    TimedOut(String reason) {
      this(reason, false);
    }
  }

  /** The same about a request that went out, as far as anybody knows. */
  default Answer afterSending() {
    return switch (this) {
      case Unreachable(var reason, var sent) -> new Unreachable(reason, true);
      case TimedOut(var reason, var sent) -> new TimedOut(reason, true);
      case Response response -> response;
      case Refused refused -> refused;
      case TooLarge large -> large;
    };
  }

  /** The answer broke a limit of size, inflated size or header count; nothing of it is kept. */
  record TooLarge(String reason) implements Answer {}
}
