package io.wireroom.library.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** What pages look like: style, icon, masthead; its id changes when pages must be written anew. */
record Look(byte[] style, byte[] icon, String id) {
  /** Raise it when the pages' markup changes. */
  private static final int MARKUP = 1;

  static Look of(Masthead masthead) throws IOException {
    var style = resource("style.css");
    var icon = resource("icon.svg");
    var sum = new CRC32();
    sum.update(style);
    sum.update(icon);
    sum.update(masthead.toString().getBytes(StandardCharsets.UTF_8));
    return new Look(style, icon, MARKUP + "-" + Long.toHexString(sum.getValue()));
  }

  private static byte[] resource(String name) throws IOException {
    try (var stream = Look.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("missing from the jar: " + name);
      }
      return stream.readAllBytes();
    }
  }
}
