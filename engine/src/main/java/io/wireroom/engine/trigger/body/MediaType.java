package io.wireroom.engine.trigger.body;

import io.wireroom.engine.web.HttpProblem;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A {@code Content-Type}.
 *
 * @param name {@code type/subtype} in small letters
 * @param parameters names in small letters
 */
record MediaType(String name, Map<String, String> parameters) {
  private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
  private static final Pattern NAME = Pattern.compile(TOKEN + "/" + TOKEN);
  private static final Pattern PARAMETER =
      Pattern.compile("\\G\\s*;\\s*(?:(" + TOKEN + ")=(?:(" + TOKEN + ")|\"([^\"\\\\]*)\"))?");

  /**
   * Reads a header.
   *
   * @throws HttpProblem 415 when it cannot be read
   */
  static MediaType parse(String header) {
    var end = header.indexOf(';');
    var name = (end < 0 ? header : header.substring(0, end)).strip();
    if (header.length() > 500 || !NAME.matcher(name).matches()) {
      throw unreadable();
    }
    var parameters = new HashMap<String, String>();
    var rest = end < 0 ? "" : header.substring(end).stripTrailing();
    var matcher = PARAMETER.matcher(rest);
    var read = 0;
    while (matcher.find()) {
      read = matcher.end();
      var key = matcher.group(1);
      if (key != null) {
        var value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
        if (parameters.put(key.toLowerCase(Locale.ROOT), value) != null) {
          throw unreadable();
        }
      }
    }
    if (read != rest.length()) {
      throw unreadable();
    }
    return new MediaType(name.toLowerCase(Locale.ROOT), Map.copyOf(parameters));
  }

  private static HttpProblem unreadable() {
    return new HttpProblem(415, "The header Content-Type is not readable.");
  }

  boolean isJson() {
    return name.equals("application/json") || name.endsWith("+json");
  }

  boolean isXml() {
    return name.endsWith("/xml") || name.endsWith("+xml");
  }

  boolean isText() {
    return name.startsWith("text/");
  }

  /**
   * The charset that is named.
   *
   * @throws HttpProblem 415 when there is none of that name
   */
  Optional<Charset> charset() {
    return Optional.ofNullable(parameters.get("charset")).map(StrictText::charset);
  }
}
