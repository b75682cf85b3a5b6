package io.wireroom.library.respond;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The headers that a workflow may answer with.
 *
 * <p>why a list of what is allowed: the answer comes from the application's own origin, where
 * Set-Cookie, CORS and security headers decide about people's sessions.
 */
final class AnswerHeaders {
  private static final Set<String> ALLOWED =
      Set.of(
          "cache-control",
          "content-disposition",
          "content-language",
          "content-type",
          "etag",
          "expires",
          "last-modified",
          "link",
          "location",
          "retry-after",
          "vary");
  private static final Pattern OWN = Pattern.compile("x-[a-z0-9-]{1,80}");
  private static final Pattern GOVERNING =
      Pattern.compile("x-(content-type|frame|permitted|xss|dns|accel|sendfile|forwarded).*");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E]{0,4000}");

  private AnswerHeaders() {}

  /**
   * The headers as they are sent.
   *
   * @throws IllegalArgumentException with a sentence for the editor
   */
  static Map<String, String> read(ObjectNode given) {
    var headers = new LinkedHashMap<String, String>();
    var names = new java.util.HashSet<String>();
    for (var entry : given.properties()) {
      var name = entry.getKey().toLowerCase(Locale.ROOT);
      if (!allowed(name) || !names.add(name)) {
        throw new IllegalArgumentException(
            "an answer cannot set this header: " + entry.getKey().replaceAll("\\p{Cntrl}", "�"));
      }
      var value = entry.getValue();
      if (value.isContainerNode() || !VALUE.matcher(value.asText()).matches()) {
        throw new IllegalArgumentException(
            "the header " + entry.getKey() + " must be one line of plain letters and signs");
      }
      if (!value.isNull()) {
        headers.put(entry.getKey(), value.asText());
      }
    }
    return headers;
  }

  private static boolean allowed(String name) {
    return ALLOWED.contains(name)
        || (OWN.matcher(name).matches() && !GOVERNING.matcher(name).matches());
  }
}
