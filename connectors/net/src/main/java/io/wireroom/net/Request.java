package io.wireroom.net;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One request through the door.
 *
 * @param headers in order, as given; names are not case-sensitive
 * @param body empty for none
 * @param redirects how many redirects to follow; 0 returns the 3xx as it is
 */
public record Request(
    String method,
    URI url,
    List<Map.Entry<String, String>> headers,
    byte[] body,
    Limits limits,
    int redirects) {

  private static final byte[] NOTHING = {};

  public Request {
    headers = List.copyOf(headers);
  }

  /** A GET without headers, under the default limits. */
  public static Request get(URI url) {
    return new Request("GET", url, List.of(), NOTHING, Limits.DEFAULT, 0);
  }

  /** The same with one more header. */
  public Request header(String name, String value) {
    var more = new java.util.ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new Request(method, url, more, body, limits, redirects);
  }

  /** The same with other limits. */
  public Request within(Limits other) {
    return new Request(method, url, headers, body, other, redirects);
  }

  /** The same, following up to {@code count} redirects. */
  public Request following(int count) {
    return new Request(method, url, headers, body, limits, count);
  }

  /**
   * What a request may cost.
   *
   * @param connect until the connection (and TLS) stands
   * @param firstByte from the request sent until the answer's head
   * @param total for everything, redirects included
   * @param maxBytes of the answer's body, after inflating
   */
  public record Limits(Duration connect, Duration firstByte, Duration total, long maxBytes) {
    public static final Limits DEFAULT =
        new Limits(
            Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(30), 10_000_000);

    /** The same with another total; the phases shrink to fit. */
    public Limits total(Duration other) {
      return new Limits(shorter(connect, other), shorter(firstByte, other), other, maxBytes);
    }

    /** The same with another size. */
    public Limits maxBytes(long other) {
      return new Limits(connect, firstByte, total, other);
    }

    private static Duration shorter(Duration a, Duration b) {
      return a.compareTo(b) < 0 ? a : b;
    }
  }
}
