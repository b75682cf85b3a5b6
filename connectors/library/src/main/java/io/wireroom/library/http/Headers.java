package io.wireroom.library.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Headers from data: no line breaks, and none that frame the message or name the host. */
final class Headers {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E\\x80-\\xFF]{0,8000}");
  private static final Set<String> OURS =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private Headers() {}

  static boolean allowsName(String name) {
    return NAME.matcher(name).matches() && !OURS.contains(name.toLowerCase(Locale.ROOT));
  }

  static boolean allowsValue(String value) {
    return VALUE.matcher(value).matches();
  }

  /**
   * The headers in order; a list repeats the name.
   *
   * @throws IllegalArgumentException with a sentence for the editor
   */
  static List<Map.Entry<String, String>> read(ObjectNode given) {
    var headers = new ArrayList<Map.Entry<String, String>>();
    for (var entry : given.properties()) {
      if (!allowsName(entry.getKey())) {
        throw new IllegalArgumentException("this header cannot be set: " + shown(entry.getKey()));
      }
      for (JsonNode value : Values.all(entry.getKey(), entry.getValue())) {
        if (!allowsValue(value.asText())) {
          throw new IllegalArgumentException(
              "the header " + entry.getKey() + " has a line break or a sign that headers lack");
        }
        headers.add(Map.entry(entry.getKey(), value.asText()));
      }
    }
    return headers;
  }

  private static String shown(String name) {
    return name.replaceAll("\\p{Cntrl}", "�");
  }
}
