package io.wireroom.net;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a request's headers may say, and which of them may go to another origin. */
final class Headers {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** Framing and routing belong to the door: set by data, they smuggle requests. */
  private static final Set<String> RESERVED =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  /** why so few: any other name can carry a credential (X-Api-Key, Private-Token, Cookie…). */
  private static final Set<String> HARMLESS =
      Set.of(
          "accept", "accept-encoding", "accept-language", "cache-control", "range", "user-agent");

  private Headers() {}

  /** What is wrong with them, without the value; empty when nothing is. */
  static Optional<String> problem(List<Map.Entry<String, String>> headers) {
    for (var header : headers) {
      var name = header.getKey();
      if (!NAME.matcher(name).matches()) {
        return Optional.of("a header's name has characters that are not allowed");
      }
      if (RESERVED.contains(lower(name))) {
        return Optional.of("the header " + name + " cannot be set");
      }
      if (!header
          .getValue()
          .chars()
          .allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7f && c < 256))) {
        return Optional.of("the value of the header " + name + " has characters not allowed there");
      }
    }
    return Optional.empty();
  }

  /** Those that may follow a redirect to another origin. */
  static List<Map.Entry<String, String>> harmless(
      List<Map.Entry<String, String>> headers, Set<String> secrets) {
    return headers.stream()
        .filter(h -> HARMLESS.contains(lower(h.getKey())) && !secrets.contains(lower(h.getKey())))
        .toList();
  }

  static boolean has(List<Map.Entry<String, String>> headers, String name) {
    return headers.stream().anyMatch(h -> h.getKey().equalsIgnoreCase(name));
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
