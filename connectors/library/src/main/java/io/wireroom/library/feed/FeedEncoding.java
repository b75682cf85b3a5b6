package io.wireroom.library.feed;

import io.wireroom.library.MediaType;
import io.wireroom.net.Answer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text of XML: the byte order mark decides, then the header, the declaration, UTF-8. */
final class FeedEncoding {
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:+-]{1,40})[\"']");

  /** The mark itself, and control signs that XML forbids and feeds hold all the same. */
  private static final Pattern UNREADABLE =
      Pattern.compile("^\\uFEFF|[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]");

  private static final Map<byte[], Charset> MARKS =
      Map.of(
          new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, StandardCharsets.UTF_8,
          new byte[] {(byte) 0xFE, (byte) 0xFF}, StandardCharsets.UTF_16BE,
          new byte[] {(byte) 0xFF, (byte) 0xFE}, StandardCharsets.UTF_16LE,
          new byte[] {0, '<', 0}, StandardCharsets.UTF_16BE,
          new byte[] {'<', 0}, StandardCharsets.UTF_16LE);

  private FeedEncoding() {}

  static String decode(Answer.Response response) {
    var bytes = response.body();
    var charset =
        marked(bytes)
            .or(() -> MediaType.of(response).charset())
            .or(() -> declared(bytes))
            .orElse(StandardCharsets.UTF_8);
    return UNREADABLE.matcher(new String(bytes, charset)).replaceAll("");
  }

  private static Optional<Charset> marked(byte[] bytes) {
    return MARKS.entrySet().stream()
        .filter(mark -> startsWith(bytes, mark.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  // why not UTF-16: a declaration that reads as ASCII is not written in it.
  private static Optional<Charset> declared(byte[] bytes) {
    var head = new String(bytes, 0, Math.min(bytes.length, 300), StandardCharsets.ISO_8859_1);
    var declaration = DECLARED.matcher(head);
    return declaration.find()
        ? MediaType.charset(declaration.group(1)).filter(c -> !c.name().startsWith("UTF-16"))
        : Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }
}
