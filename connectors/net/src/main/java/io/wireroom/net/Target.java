package io.wireroom.net;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a request goes, read from its URL in one way only.
 *
 * @param path with the query, as it goes on the wire
 */
record Target(boolean tls, Host host, int port, String path) {
  private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]*)(:\\d*)?");

  /**
   * Reads {@code url}.
   *
   * @throws IllegalArgumentException with a sentence that does not repeat the URL
   */
  static Target of(URI url) {
    var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("only http and https addresses can be reached");
    }
    var authority = url.getRawAuthority();
    if (authority == null || authority.isEmpty()) {
      throw new IllegalArgumentException("the address has no host");
    }
    if (authority.indexOf('@') >= 0) {
      throw new IllegalArgumentException(
          "the address carries a user or password; use a connection instead");
    }
    var parts = AUTHORITY.matcher(authority);
    if (!parts.matches() || authority.indexOf('%') >= 0) {
      throw new IllegalArgumentException("the address has no plain host");
    }
    boolean tls = scheme.equals("https");
    return new Target(tls, host(parts.group(1)), port(parts.group(2), tls), path(url));
  }

  /** Whether credentials for the one may go to the other. */
  boolean sameOrigin(Target other) {
    return tls == other.tls && port == other.port && host.name().equals(other.host.name());
  }

  /** The key of what is counted per host. */
  String authority() {
    return host + ":" + port;
  }

  private static Host host(String text) {
    try {
      return Host.of(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the host of the address " + e.getMessage());
    }
  }

  private static int port(String text, boolean tls) {
    if (text == null || text.length() == 1) {
      return tls ? 443 : 80;
    }
    int port = text.length() > 6 ? 0 : Integer.parseInt(text.substring(1));
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("the port of the address is not between 1 and 65535");
    }
    return port;
  }

  private static String path(URI url) {
    var ascii = URI.create(url.toASCIIString());
    var path = ascii.getRawPath() == null ? "" : ascii.getRawPath();
    var query = ascii.getRawQuery() == null ? "" : "?" + ascii.getRawQuery();
    return (path.startsWith("/") ? "" : "/") + path + query;
  }
}
