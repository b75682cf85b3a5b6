package io.wireroom.net;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One request through the door.
 *
 * @param headers in order, as given; names are not case-sensitive. Host, Content-Length and what
 *     else frames a message belong to the door
 * @param body empty for none
 * @param redirects how many redirects to follow; 0 returns the 3xx as it is
 * @param secrets names of headers that never go to another origin, beside all those that never do
 */
public record Request(
    String method,
    URI url,
    List<Map.Entry<String, String>> headers,
    byte[] body,
    Limits limits,
    int redirects,
    Set<String> secrets) {

  private static final byte[] NOTHING = {};

  public Request {
    headers = List.copyOf(headers);
    secrets = secrets.stream().map(Headers::lower).collect(Collectors.toUnmodifiableSet());
  }

  /** A request whose headers are secret by the door's own rules. */
  public Request(
      String method,
      URI url,
      List<Map.Entry<String, String>> headers,
      byte[] body,
      Limits limits,
      int redirects) {
    this(method, url, headers, body, limits, redirects, Set.of());
  }

  /** A GET without headers, under the default limits. */
  public static Request get(URI url) {
    return new Request("GET", url, List.of(), NOTHING, Limits.DEFAULT, 0);
  }

  /** A POST of these bytes, under the default limits. */
  public static Request post(URI url, String contentType, byte[] body) {
    return new Request("POST", url, List.of(), body, Limits.DEFAULT, 0)
        .header("Content-Type", contentType);
  }

  /** The same with one more header. */
  public Request header(String name, String value) {
    var more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new Request(method, url, more, body, limits, redirects, secrets);
  }

  /** The same with one more header that no other origin may see. */
  public Request secret(String name, String value) {
    var more = new HashSet<>(secrets);
    more.add(name);
    var with = header(name, value);
    return new Request(method, url, with.headers, body, limits, redirects, more);
  }

  /** The same with other limits. */
  public Request within(Limits other) {
    return new Request(method, url, headers, body, other, redirects, secrets);
  }

  /** The same, following up to {@code count} redirects. */
  public Request following(int count) {
    return new Request(method, url, headers, body, limits, count, secrets);
  }

  /** The same to another address. */
  Request to(URI other) {
    return new Request(method, other, headers, body, limits, redirects, secrets);
  }

  /** The same with these headers only. */
  Request only(List<Map.Entry<String, String>> some) {
    return new Request(method, url, some, body, limits, redirects, secrets);
  }

  /** A GET (or still a HEAD) without the body and what describes it. */
  Request asGet() {
    var rest = headers.stream().filter(h -> !Headers.lower(h.getKey()).startsWith("content-"));
    var verb = method.equals("HEAD") ? method : "GET";
    return new Request(verb, url, rest.toList(), NOTHING, limits, redirects, secrets);
  }

  /** why: a log line or a test's message must not show a key in a header, query or body. */
  @Override
  public String toString() {
    return "Request[%s %s://%s, %d headers, %d bytes]"
        .formatted(method, url.getScheme(), url.getHost(), headers.size(), body.length);
  }

  /**
   * What a request may cost.
   *
   * @param connect until the address is found, and again until the connection (and TLS) stands
   * @param firstByte from the request sent until the answer's head
   * @param total for everything, redirects and the wait for a free place included
   * @param maxBytes of the answer's body, before and after inflating; never more than 1 GiB
   */
  public record Limits(Duration connect, Duration firstByte, Duration total, long maxBytes) {
    public Limits {
      maxBytes = Math.clamp(maxBytes, 0, 1L << 30);
    }

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
