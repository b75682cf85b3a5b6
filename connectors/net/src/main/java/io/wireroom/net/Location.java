package io.wireroom.net;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A redirect's Location header, read as RFC 3986 says. */
final class Location {
  private static final String TO_ESCAPE = " \"<>^`{|}";

  private Location() {}

  /**
   * The address that {@code location} means on the page {@code base}.
   *
   * @throws IllegalArgumentException when it is none
   */
  static URI of(URI base, String location) {
    var reference = escaped(location.strip());
    // why: URI.resolve glues "b" to "http://a" as "http://ab" and drops the page before "?q".
    var page = base.getRawPath() == null || base.getRawPath().isEmpty() ? base.resolve("/") : base;
    if (reference.startsWith("?")) {
      return page.resolve(page.getRawPath() + reference);
    }
    return page.resolve(URI.create(reference));
  }

  /** Servers send spaces and bare UTF-8; a header's bytes reach us as Latin-1. */
  private static String escaped(String location) {
    var text = new String(location.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    var result = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (TO_ESCAPE.indexOf(c) >= 0) {
        result.append('%').append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT));
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }
}
