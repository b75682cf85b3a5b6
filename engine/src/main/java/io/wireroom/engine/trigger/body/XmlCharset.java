package io.wireroom.engine.trigger.body;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The charset that an XML document names in its first line. */
final class XmlCharset {
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

  private XmlCharset() {}

  static Charset of(byte[] bytes) {
    if (bytes.length > 1 && (bytes[0] & bytes[1] & 0xfe) == 0xfe) {
      return StandardCharsets.UTF_16;
    }
    var head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
    var declared = DECLARED.matcher(head);
    return declared.lookingAt() ? StrictText.charset(declared.group(1)) : StandardCharsets.UTF_8;
  }
}
