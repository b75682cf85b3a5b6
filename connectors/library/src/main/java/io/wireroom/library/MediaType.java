package io.wireroom.library;

import io.wireroom.net.Answer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a response says that it is.
 *
 * @param name in lower case, without parameters; empty when it says nothing
 * @param charset as given and known here
 */
public record MediaType(String name, Optional<Charset> charset) {
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([\\w.:+-]{1,40})\"?", Pattern.CASE_INSENSITIVE);

  public static MediaType of(Answer.Response response) {
    var value = response.header("Content-Type").orElse("");
    var end = value.indexOf(';');
    var name = (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    var charset = CHARSET.matcher(value);
    return new MediaType(name, charset.find() ? charset(charset.group(1)) : Optional.empty());
  }

  public boolean isJson() {
    return name.equals("application/json") || name.equals("text/json") || name.endsWith("+json");
  }

  public boolean isText() {
    return name.isEmpty()
        || name.startsWith("text/")
        || name.endsWith("+xml")
        || name.matches("application/(xml|javascript|x-www-form-urlencoded|yaml|x-ndjson|csv)");
  }

  /** The bytes as text: in the charset given, else UTF-8. */
  public String decode(byte[] bytes) {
    return new String(bytes, charset.orElse(StandardCharsets.UTF_8));
  }

  /** The encoding of that name; empty for one that nobody here knows. */
  public static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
